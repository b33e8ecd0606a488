package dev.reconnect.diagnosis;

import dev.reconnect.fact.Evidence;
import dev.reconnect.knowledge.Cause;
import dev.reconnect.rules.Rule.Concludes;
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

    public Ranking {
        scores = List.copyOf(scores);
    }

    /** Ranks every cause that the priors name. Evidence about other causes is left aside. */
    public static Ranking of(Map<String, Cause> causes, Priors priors, List<Evidence> evidence) {
        return new Field(causes, priors).rank(evidence);
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
}
