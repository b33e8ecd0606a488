package dev.reconnect.release;

import dev.reconnect.diagnosis.Diagnosis;
import dev.reconnect.knowledge.Flaw;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a check of a draft found out.
 *
 * @param flaws       that the draft brings in, sorted by place
 * @param inherited   how many flaws of the active release remain; they keep nobody from publishing
 * @param publishable whether no flaw is an error
 * @param needsReason whether a labelled case is answered worse, so that the publisher must say why it is right
 * @param turns       cases whose first cause changes; labelled ones first, {@value #MOST_TURNS} at most
 * @param labelled    what became of the cases of the knowledge
 * @param replay      what became of stored diagnoses
 * @param becomes     the release that it would be; empty when it cannot be built
 */
public record DraftReport(
        List<Flaw> flaws,
        int inherited,
        boolean publishable,
        boolean needsReason,
        List<Turn> turns,
        Tally labelled,
        Tally replay,
        Optional<Diagnosis.ReleaseName> becomes) {

    static final int MOST_TURNS = 200;

    /**
     * Cases counted.
     *
     * @param cases    how many were compared
     * @param turned   how many have another first cause
     * @param worse    how many labelled ones are answered worse
     * @param complete whether all that were to be compared could be, before the deadline
     */
    public record Tally(int cases, int turned, int worse, boolean complete) {

        static final Tally NONE = new Tally(0, 0, 0, true);
    }

    public DraftReport {
        flaws = flaws.stream().distinct().sorted().toList();
        turns = List.copyOf(turns);
        Objects.requireNonNull(labelled, "labelled");
        Objects.requireNonNull(replay, "replay");
        Objects.requireNonNull(becomes, "becomes");
    }

    /** Of a check that could not be ended. */
    public static DraftReport failed(Draft draft, String why) {
        return refused(
                List.of(new Flaw(
                        draft.files().isEmpty()
                                ? "rules"
                                : Draft.shown(draft.files().firstKey()),
                        1,
                        1,
                        Flaw.Severity.ERROR,
                        "check-failed",
                        "the check could not be ended: " + why,
                        "Send less at once, and look for what grows: many symptoms in one case, phrases with many"
                                + " alternatives, many open conditions in one rule.",
                        "")),
                0);
    }

    static DraftReport refused(List<Flaw> flaws, int inherited) {
        return new DraftReport(flaws, inherited, false, false, List.of(), Tally.NONE, Tally.NONE, Optional.empty());
    }
}
