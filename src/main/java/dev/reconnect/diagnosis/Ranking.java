package dev.reconnect.diagnosis;

import dev.reconnect.fact.Evidence;
import dev.reconnect.knowledge.Cause;
import dev.reconnect.rules.Rule.Concludes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All active causes, most probable first, and what is left for causes outside the knowledge base.
 *
 * <p>score(c) = ln prior(c) + (ln 10 / 10) · Σ dB, then softmax over all causes and {@code other}. Ties are ordered by id.
 * {@link StrictMath} makes the digits the same on every machine, so that a diagnosis can be made again byte for byte.
 *
 * @param scores probabilities that sum to 1 together with {@code other}
 * @see "I. J. Good, Probability and the Weighing of Evidence, 1950"
 */
public record Ranking(List<Score> scores, double other) {

    static final double NATS_PER_DECIBAN = StrictMath.log(10) / 10;

    private static final Comparator<Evidence> STRONGEST_FIRST = Comparator.comparingInt(
                    (Evidence evidence) -> -Math.abs(evidence.decibans()))
            .thenComparing(Evidence::rule)
            .thenComparing(Evidence::group)
            .thenComparing(Evidence::reason);

    public Ranking {
        scores = List.copyOf(scores);
    }

    /** Ranks every cause that the priors name. Evidence about other causes is left aside. */
    public static Ranking of(Map<String, Cause> causes, Priors priors, List<Evidence> evidence) {
        Map<String, List<Evidence>> byCause = new HashMap<>();
        for (Evidence item : evidence) {
            byCause.computeIfAbsent(item.cause(), id -> new ArrayList<>()).add(item);
        }
        List<Weighed> weighed = new ArrayList<>(priors.parts().size());
        double best = StrictMath.log(priors.other());
        for (Map.Entry<String, Double> entry : priors.parts().entrySet()) {
            Weighed one = weigh(
                    causes.get(entry.getKey()), entry.getValue(), byCause.getOrDefault(entry.getKey(), List.of()));
            weighed.add(one);
            best = Math.max(best, one.nats());
        }
        return normalise(weighed, StrictMath.log(priors.other()), best);
    }

    /** The sum of the decibans that count when rules say this about one cause: of each group the strongest either way. */
    static int decibans(List<Concludes> aboutOneCause) {
        Map<String, Integer> most = new HashMap<>();
        Map<String, Integer> least = new HashMap<>();
        for (Concludes says : aboutOneCause) {
            int decibans = says.strength().decibans();
            (decibans > 0 ? most : least).merge(says.group(), decibans, decibans > 0 ? Math::max : Math::min);
        }
        return sum(most) + sum(least);
    }

    private static int sum(Map<String, Integer> decibans) {
        int sum = 0;
        for (int one : decibans.values()) {
            sum += one;
        }
        return sum;
    }

    private static Weighed weigh(Cause cause, double prior, List<Evidence> evidence) {
        Sifted sifted = Sifted.of(evidence);
        return new Weighed(cause, prior, sifted, StrictMath.log(prior) + NATS_PER_DECIBAN * sifted.decibans());
    }

    private static Ranking normalise(List<Weighed> weighed, double other, double best) {
        double sum = StrictMath.exp(other - best);
        double[] parts = new double[weighed.size()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = StrictMath.exp(weighed.get(i).nats() - best);
            sum += parts[i];
        }
        List<Score> scores = new ArrayList<>(parts.length);
        for (int i = 0; i < parts.length; i++) {
            scores.add(weighed.get(i).score(parts[i] / sum));
        }
        scores.sort(Comparator.comparingDouble((Score score) -> -score.probability())
                .thenComparing(score -> score.cause().id()));
        return new Ranking(scores, StrictMath.exp(other - best) / sum);
    }

    private record Weighed(Cause cause, double prior, Sifted sifted, double nats) {

        Score score(double probability) {
            return new Score(
                    cause,
                    prior,
                    sifted.decibans(),
                    probability,
                    sifted.supporting(),
                    sifted.opposing(),
                    sifted.repeating());
        }
    }

    /** Evidence about one cause, with what only repeats a stronger item of its group put aside. */
    private record Sifted(List<Evidence> supporting, List<Evidence> opposing, List<Evidence> repeating, int decibans) {

        private static final Sifted NOTHING = new Sifted(List.of(), List.of(), List.of(), 0);

        static Sifted of(List<Evidence> evidence) {
            if (evidence.isEmpty()) {
                return NOTHING;
            }
            List<Evidence> sorted = new ArrayList<>(evidence);
            sorted.sort(STRONGEST_FIRST);
            List<Evidence> supporting = new ArrayList<>();
            List<Evidence> opposing = new ArrayList<>();
            List<Evidence> repeating = new ArrayList<>();
            int decibans = 0;
            for (Evidence item : sorted) {
                List<Evidence> side = item.decibans() > 0 ? supporting : opposing;
                if (side.stream().anyMatch(counted -> counted.group().equals(item.group()))) {
                    repeating.add(item);
                } else {
                    side.add(item);
                    decibans += item.decibans();
                }
            }
            return new Sifted(supporting, opposing, repeating, decibans);
        }
    }
}
