package dev.reconnect.diagnosis;

import java.util.List;
import java.util.Objects;

/**
 * A question worth asking next.
 *
 * @param symptom  the id to report the answer under
 * @param choices  the possible answers, the value to report with its label; empty for a number
 * @param gainBits the expected fall of entropy over the causes, in bits
 * @param minutes  what it costs to find out
 * @param why      what the answer would tell apart, in a sentence
 * @param answers  where each answer that matters would lead
 */
public record Question(
        String symptom,
        String text,
        List<Choice> choices,
        double gainBits,
        double minutes,
        String why,
        List<Answer> answers) {

    public record Choice(String value, String label) {}

    /**
     * @param probability that this is the answer
     * @param cause       the leading cause after it
     * @param then        the probability of that cause after it
     */
    public record Answer(String value, double probability, String cause, double then) {}

    public Question {
        Objects.requireNonNull(symptom, "symptom");
        Objects.requireNonNull(text, "text");
        choices = List.copyOf(choices);
        Objects.requireNonNull(why, "why");
        answers = List.copyOf(answers);
    }
}
