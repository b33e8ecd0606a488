package dev.reconnect.diagnosis;

import dev.reconnect.knowledge.Cause;
import dev.reconnect.knowledge.Fix;
import dev.reconnect.knowledge.Knowledge;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What is expected before any symptom is looked at: how often each cause occurs, how often each fix helps, how long it
 * takes. Authored words to begin with; recorded outcomes shift them.
 *
 * @param id      names this version in every answer
 * @param parts   per active cause its share of all cases, in parts per unit; only the ratios matter
 * @param other   the parts of causes outside the knowledge base
 * @param helps   per {@code cause/fix} the probability that the fix resolves the cause, between 0 and 1
 * @param minutes per fix the hands-on minutes
 */
public record Priors(
        String id, Map<String, Double> parts, double other, Map<String, Double> helps, Map<String, Double> minutes) {

    /** The share of failed connections whose cause no author has written down: a judgement, until outcomes say more. */
    static final double SHARE_OF_OTHER = 0.05;

    public Priors {
        Objects.requireNonNull(id, "id");
        parts = Collections.unmodifiableMap(new TreeMap<>(parts));
        helps = Map.copyOf(helps);
        minutes = Map.copyOf(minutes);
        if (!(other > 0)) {
            throw new IllegalArgumentException("the prior of other causes must be positive but is " + other);
        }
    }

    /** The authors' words alone. */
    public static Priors authored(Knowledge knowledge) {
        Map<String, Double> parts = new TreeMap<>();
        Map<String, Double> helps = new TreeMap<>();
        double sum = 0;
        for (Cause cause : knowledge.causes().values()) {
            if (cause.isActive()) {
                parts.put(cause.id(), (double) cause.frequency().parts());
                sum += cause.frequency().parts();
                cause.fixes()
                        .forEach(use -> helps.put(
                                key(cause.id(), use.fix()), use.helps().probability()));
            }
        }
        Map<String, Double> minutes = new TreeMap<>();
        for (Fix fix : knowledge.fixes().values()) {
            minutes.put(fix.id(), (double) fix.minutes());
        }
        double other = sum == 0 ? 1 : sum * SHARE_OF_OTHER / (1 - SHARE_OF_OTHER);
        return new Priors("authored", parts, other, helps, minutes);
    }

    /** The probability that the fix resolves the cause; 0 when it is no fix of it. */
    public double helps(String cause, String fix) {
        return helps.getOrDefault(key(cause, fix), 0.0);
    }

    private static String key(String cause, String fix) {
        return cause + '/' + fix;
    }
}
