package dev.reconnect.release;

import dev.reconnect.diagnosis.Ranking;
import dev.reconnect.diagnosis.Score;
import dev.reconnect.fact.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A case whose first cause changes.
 *
 * @param subject        which case: file and name of a labelled one, id of a stored diagnosis
 * @param labelled       whether its true cause is known
 * @param worse          whether a labelled case is answered worse than before
 * @param before         the first cause as it is now; empty when no evidence speaks for any
 * @param after          the first cause as it would be
 * @param evidenceBefore for and against {@code before} as it is now
 * @param evidenceAfter  for and against {@code after} as it would be
 */
public record Turn(
        String subject,
        boolean labelled,
        boolean worse,
        String before,
        String after,
        List<Item> evidenceBefore,
        List<Item> evidenceAfter) {

    /** One rule's say. */
    public record Item(String rule, int decibans, String reason) {}

    public Turn {
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
        evidenceBefore = List.copyOf(evidenceBefore);
        evidenceAfter = List.copyOf(evidenceAfter);
    }

    /** A ranking, reduced to what comparing takes. */
    record Standing(List<String> order, String first, List<Item> evidence) {

        static final Standing NONE = new Standing(List.of(), "", List.of());

        private static final int KEPT = 3;

        static Standing of(Ranking ranking) {
            List<String> order = ranking.scores().stream()
                    .filter(score -> !score.supporting().isEmpty())
                    .limit(KEPT)
                    .map(score -> score.cause().id())
                    .toList();
            Optional<Score> first = ranking.scores().stream().findFirst().filter(score -> !score.supporting()
                    .isEmpty());
            return new Standing(
                    order,
                    first.map(score -> score.cause().id()).orElse(""),
                    first.map(Standing::evidence).orElse(List.of()));
        }

        private static List<Item> evidence(Score score) {
            List<Item> items = new ArrayList<>();
            for (Evidence item : score.supporting()) {
                items.add(new Item(item.rule(), item.decibans(), item.reason()));
            }
            for (Evidence item : score.opposing()) {
                items.add(new Item(item.rule(), item.decibans(), item.reason()));
            }
            return items;
        }
    }
}
