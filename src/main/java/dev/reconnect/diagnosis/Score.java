package dev.reconnect.diagnosis;

import dev.reconnect.fact.Evidence;
import dev.reconnect.knowledge.Cause;
import java.util.List;
import java.util.Objects;

/**
 * One cause in a ranking, with all that its probability follows from.
 *
 * @param prior       the cause's parts in the priors
 * @param decibans    the sum of the evidence that counts: {@code supporting} and {@code opposing}
 * @param probability between 0 and 1
 * @param supporting  the strongest evidence for it of each group, strongest first
 * @param opposing    the strongest evidence against it of each group, strongest first
 * @param repeating   evidence that says the same as a stronger one of its group; it does not count
 */
public record Score(
        Cause cause,
        double prior,
        int decibans,
        double probability,
        List<Evidence> supporting,
        List<Evidence> opposing,
        List<Evidence> repeating) {

    public Score {
        Objects.requireNonNull(cause, "cause");
        supporting = List.copyOf(supporting);
        opposing = List.copyOf(opposing);
        repeating = List.copyOf(repeating);
    }
}
