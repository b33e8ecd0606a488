package dev.reconnect.rules;

import dev.reconnect.fact.Advice;
import dev.reconnect.fact.Evidence;
import dev.reconnect.fact.Symptom;
import dev.reconnect.fact.Warning;
import java.util.List;
import java.util.Objects;

/**
 * All that the rules say about one set of symptoms. Every list is sorted, so that the same symptoms in another order give
 * the same lists.
 */
public record Conclusions(
        List<Derivation> derived, List<Evidence> evidence, List<Advice> advice, List<Warning> warnings) {

    /** A symptom that a rule derived, with the symptoms that it follows from. */
    public record Derivation(String rule, Symptom symptom, List<Symptom> from) {

        public Derivation {
            Objects.requireNonNull(rule, "rule");
            Objects.requireNonNull(symptom, "symptom");
            from = List.copyOf(from);
        }
    }

    public Conclusions {
        derived = List.copyOf(derived);
        evidence = List.copyOf(evidence);
        advice = List.copyOf(advice);
        warnings = List.copyOf(warnings);
    }
}
