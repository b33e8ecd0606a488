package dev.reconnect.rules;

import dev.reconnect.fact.Symptom;
import dev.reconnect.knowledge.SymptomDefinition;
import dev.reconnect.rules.Rule.Concludes;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why a cause does not stand higher: the rules about it that did not fire, condition by condition, and the least that
 * would have to be reported for one of them to speak for it.
 *
 * @param rules          strongest for the cause first
 * @param smallestChange empty when no rule for the cause merely waits for reports
 */
public record WhyNot(String cause, List<SilentRule> rules, Optional<Change> smallestChange) {

    /** What is known about a condition. */
    public enum Truth {
        TRUE,
        FALSE,
        /** Nobody reported the symptom, or nobody knows it. */
        UNKNOWN
    }

    /** @param text the condition in plain words */
    public record Held(String symptom, String text, Truth truth) {}

    /**
     * A rule that did not fire.
     *
     * @param decibans what it would add to the cause; negative speaks against it
     * @param reason   what it would say
     */
    public record SilentRule(String rule, int decibans, String reason, List<Held> conditions) {

        public SilentRule {
            conditions = List.copyOf(conditions);
        }
    }

    /**
     * What to report so that a rule fires.
     *
     * @param reports what must be seen, each a symptom that can be asked for; the fewest that do
     */
    public record Change(String rule, int decibans, List<Report> reports) {

        public Change {
            reports = List.copyOf(reports);
        }
    }

    /**
     * @param value the value that it must have; empty when several do
     * @param text  in plain words
     */
    public record Report(String symptom, Optional<String> value, String text) {}

    public WhyNot {
        Objects.requireNonNull(cause, "cause");
        rules = List.copyOf(rules);
        Objects.requireNonNull(smallestChange, "smallestChange");
    }

    /**
     * Explains a cause.
     *
     * @param vocabulary says which symptoms are never asked for, and which can have several values at once
     * @param symptoms   all that were reported or derived
     */
    public static WhyNot of(
            String cause, RuleIndex index, Map<String, SymptomDefinition> vocabulary, Collection<Symptom> symptoms) {
        KnownSymptoms known = new KnownSymptoms(vocabulary, symptoms);
        List<SilentRule> silent = index.about(cause).stream()
                .filter(rule -> !known.satisfies(rule))
                .flatMap(rule -> silent(rule, cause, known))
                .sorted(Comparator.comparingInt(SilentRule::decibans)
                        .reversed()
                        .thenComparing(SilentRule::rule)
                        .thenComparing(SilentRule::reason))
                .toList();
        return new WhyNot(cause, silent, new SmallestChange(index, vocabulary, known).of(cause));
    }

    private static Stream<SilentRule> silent(Rule rule, String cause, KnownSymptoms known) {
        List<Held> held = rule.conditions().stream()
                .map(condition -> new Held(condition.symptom(), ConditionText.of(condition), known.truth(condition)))
                .toList();
        return about(rule, cause)
                .map(says -> new SilentRule(rule.name(), says.strength().decibans(), says.reason(), held));
    }

    /** What a rule says about one cause. */
    static Stream<Concludes> about(Rule rule, String cause) {
        return rule.conclusions().stream()
                .filter(Concludes.class::isInstance)
                .map(Concludes.class::cast)
                .filter(says -> says.cause().equals(cause));
    }
}
