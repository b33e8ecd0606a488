package dev.reconnect.diagnosis;

import java.util.List;
import java.util.Objects;

/**
 * What speaks for and against one cause.
 *
 * @param supporting  counts for it: the strongest of each group
 * @param opposing    counts against it: the strongest of each group
 * @param saysTheSame repeats a stronger item of its group and does not count
 * @param missing     what nobody has reported and would move it most
 */
public record Explanation(List<Item> supporting, List<Item> opposing, List<Item> saysTheSame, List<Missing> missing) {

    public Explanation {
        supporting = List.copyOf(supporting);
        opposing = List.copyOf(opposing);
        saysTheSame = List.copyOf(saysTheSame);
        missing = List.copyOf(missing);
    }

    /**
     * One rule's conclusion.
     *
     * @param decibans ten times the base-10 logarithm of the likelihood ratio
     * @param symptoms JSON pointers into the symptoms of the diagnosis
     */
    public record Item(
            String rule, String group, int decibans, String reason, List<String> symptoms, List<String> sources) {

        public Item {
            Objects.requireNonNull(rule, "rule");
            Objects.requireNonNull(group, "group");
            Objects.requireNonNull(reason, "reason");
            symptoms = List.copyOf(symptoms);
            sources = List.copyOf(sources);
        }
    }

    /** A symptom that is not reported, with what a rule would conclude from one of its values. */
    public record Missing(String rule, String symptom, String value, int decibans, String question) {}
}
