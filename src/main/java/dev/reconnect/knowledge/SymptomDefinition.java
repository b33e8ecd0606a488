package dev.reconnect.knowledge;

import java.util.List;
import java.util.Objects;

/**
 * A symptom of the vocabulary: what can be observed and how to ask for it.
 *
 * @param id       dotted name, such as {@code host.certificate}
 * @param question the question that a support agent asks; ends with a question mark
 * @param type     what its value is
 * @param unit     unit of a number, such as {@code ms}; empty otherwise
 * @param multiple whether several values can hold at once (events in a log); otherwise two values contradict each other
 * @param minutes  what it costs to find out, in minutes; the price of asking
 * @param derived  whether only rules conclude it; then it is never asked
 * @param choices  the values that a symptom of type CHOICE can take, in the order to show; empty for other types
 */
public record SymptomDefinition(
        String id,
        String question,
        Type type,
        String unit,
        boolean multiple,
        double minutes,
        boolean derived,
        List<Choice> choices) {

    public enum Type {
        /** One of the choices. */
        CHOICE,
        /** A number in the declared unit. */
        NUMBER,
        /** An error code of any family, normalised before the rules see it. */
        CODE,
        /** Free words such as a product or build name, lower-cased; rules compare it as a whole. */
        TEXT
    }

    /**
     * One value of a symptom.
     *
     * @param value   what rules compare with, kebab-case
     * @param label   what the reader sees
     * @param phrases what people write when they mean it; see {@code knowledge/README.md} for the notation
     */
    public record Choice(String value, String label, List<String> phrases) {

        public Choice {
            Objects.requireNonNull(value, "value");
            Objects.requireNonNull(label, "label");
            phrases = List.copyOf(phrases);
        }
    }

    public SymptomDefinition {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(question, "question");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(unit, "unit");
        choices = List.copyOf(choices);
    }
}
