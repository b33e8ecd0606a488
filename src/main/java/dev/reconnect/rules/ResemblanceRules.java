package dev.reconnect.rules;

import dev.reconnect.fact.Strength;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * The rules that every release has without an author writing them: a text whose words are those in which the knowledge base
 * describes a cause, or in which people reported it, speaks a little for that cause. They stand in groups of their own and
 * are bounded, so that anything that was recognised in the text, asked or measured outweighs them.
 */
public final class ResemblanceRules {

    /** What a text is compared with. Intake reports one symptom for each: a cause, and how near in decibans: 5, 10 or 15. */
    public enum Compared {
        DESCRIPTION(
                "text.resembles",
                "words",
                List.of(
                        "the words of the text are a little like its description",
                        "the words of the text are near its description",
                        "the words of the text are those of its description")),
        REPORTS(
                "text.sounds-like",
                "reports",
                List.of(
                        "people who had it report it in words a little like these",
                        "people who had it report it in words like these",
                        "people who had it report it in just such words"));

        private final String symptom;
        private final String group;
        private final List<String> reasons;

        Compared(String symptom, String group, List<String> reasons) {
            this.symptom = symptom;
            this.group = group;
            this.reasons = reasons;
        }

        public String symptom() {
            return symptom;
        }

        private Rule rule(String cause, Strength strength, int step) {
            Rule.Condition condition = new Rule.Condition(
                    false,
                    "$text",
                    symptom,
                    List.of(
                            new Rule.ValueTest(true, cause),
                            new Rule.NumberTest(Rule.Comparison.EQUAL, strength.decibans())),
                    1);
            Rule.Concludes concludes = new Rule.Concludes(strength, cause, group, reasons.get(step), List.of("$text"));
            String name = cause + '/' + group + '-' + STEPS.get(step);
            return new Rule(name, "(every release)", 1, List.of(condition), List.of(concludes));
        }
    }

    private static final List<String> STEPS = List.of("a-little-like-it", "like-it", "very-like-it");
    private static final List<Strength> STRENGTHS =
            List.of(Strength.HINTS_AT, Strength.SUPPORTS, Strength.STRONGLY_SUPPORTS);

    private ResemblanceRules() {}

    /** Whether a symptom says what a text resembles: nothing that anybody observed. */
    public static boolean read(String symptom) {
        return Arrays.stream(Compared.values())
                .anyMatch(compared -> compared.symptom().equals(symptom));
    }

    /** The authors' rules and, after them, those about each of the causes. */
    public static List<Rule> addedTo(List<Rule> authored, Collection<String> causes) {
        List<Rule> rules = new ArrayList<>(authored);
        for (String cause : causes) {
            for (Compared compared : Compared.values()) {
                for (int step = 0; step < STEPS.size(); step++) {
                    rules.add(compared.rule(cause, STRENGTHS.get(step), step));
                }
            }
        }
        return rules;
    }
}
