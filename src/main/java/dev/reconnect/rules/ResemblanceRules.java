package dev.reconnect.rules;

import dev.reconnect.fact.Strength;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The rules that every release has without an author writing them: a text whose words are those in which the knowledge base
 * describes a cause speaks a little for that cause. They stand in a group of their own and are bounded, so that anything
 * that was recognised in the text, asked or measured outweighs them.
 */
public final class ResemblanceRules {

    /** The symptom that intake reports: its value is the id of the cause, its number how near in decibans: 5, 10 or 15. */
    public static final String SYMPTOM = "text.resembles";

    private static final String GROUP = "words";

    private ResemblanceRules() {}

    /** The authors' rules and, after them, those about each of the causes. */
    public static List<Rule> addedTo(List<Rule> authored, Collection<String> causes) {
        List<Rule> rules = new ArrayList<>(authored);
        for (String cause : causes) {
            rules.add(rule(
                    cause,
                    "words-like-it",
                    Strength.HINTS_AT,
                    "the words of the text are a little like its description"));
            rules.add(
                    rule(cause, "words-near-it", Strength.SUPPORTS, "the words of the text are near its description"));
            rules.add(rule(
                    cause,
                    "words-describe-it",
                    Strength.STRONGLY_SUPPORTS,
                    "the words of the text are those of its description"));
        }
        return rules;
    }

    private static Rule rule(String cause, String name, Strength strength, String reason) {
        Rule.Condition condition = new Rule.Condition(
                false,
                "$text",
                SYMPTOM,
                List.of(
                        new Rule.ValueTest(true, cause),
                        new Rule.NumberTest(Rule.Comparison.EQUAL, strength.decibans())),
                1);
        Rule.Concludes concludes = new Rule.Concludes(strength, cause, GROUP, reason, List.of("$text"));
        return new Rule(cause + '/' + name, "(every release)", 1, List.of(condition), List.of(concludes));
    }
}
