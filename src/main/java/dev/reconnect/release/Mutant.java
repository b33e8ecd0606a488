package dev.reconnect.release;

import dev.reconnect.fact.Strength;
import dev.reconnect.knowledge.SymptomDefinition;
import dev.reconnect.rules.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A rule with one mistake put in on purpose. If the cases do not notice, they would not notice an author's slip either.
 *
 * @param what   the mistake, in words
 * @param rule   the rule with the mistake; empty when it is left out altogether
 */
record Mutant(String what, Optional<Rule> rule) {

    Mutant {
        Objects.requireNonNull(what, "what");
    }

    /** All mistakes of one word in a rule. */
    static List<Mutant> of(Rule rule, Map<String, SymptomDefinition> vocabulary) {
        List<Mutant> mutants = new ArrayList<>();
        mutants.add(new Mutant("the rule is left out", Optional.empty()));
        for (int i = 0; i < rule.conditions().size(); i++) {
            Rule.Condition condition = rule.conditions().get(i);
            if (rule.conditions().size() > 1) {
                List<Rule.Condition> fewer = new ArrayList<>(rule.conditions());
                fewer.remove(i);
                mutants.add(of("without the condition on " + condition.symptom(), rule, fewer));
            }
            mutants.addAll(tests(rule, i, condition, vocabulary));
        }
        for (int i = 0; i < rule.conclusions().size(); i++) {
            if (rule.conclusions().get(i) instanceof Rule.Concludes concludes) {
                mutants.add(turned(rule, i, concludes));
            }
        }
        return mutants;
    }

    private static List<Mutant> tests(
            Rule rule, int at, Rule.Condition condition, Map<String, SymptomDefinition> vocabulary) {
        List<Mutant> mutants = new ArrayList<>();
        for (int i = 0; i < condition.tests().size(); i++) {
            List<Rule.Test> tests = new ArrayList<>(condition.tests());
            String what;
            if (tests.get(i) instanceof Rule.ValueTest value) {
                Optional<String> other = other(condition.symptom(), value.value(), vocabulary);
                tests.set(i, new Rule.ValueTest(other.isPresent() == value.equal(), other.orElse(value.value())));
                what = condition.symptom() + " compared with \"" + other.orElse("anything but " + value.value()) + "\"";
            } else {
                Rule.NumberTest number = (Rule.NumberTest) tests.get(i);
                tests.set(i, new Rule.NumberTest(turned(number.comparison()), number.number()));
                what = condition.symptom() + " compared the other way round";
            }
            List<Rule.Condition> changed = new ArrayList<>(rule.conditions());
            changed.set(
                    at,
                    new Rule.Condition(
                            condition.negated(), condition.binding(), condition.symptom(), tests, condition.line()));
            mutants.add(of(what, rule, changed));
        }
        return mutants;
    }

    private static Optional<String> other(String symptom, String value, Map<String, SymptomDefinition> vocabulary) {
        return Optional.ofNullable(vocabulary.get(symptom)).stream()
                .flatMap(definition -> definition.choices().stream())
                .map(SymptomDefinition.Choice::value)
                .filter(choice -> !choice.equals(value))
                .findFirst();
    }

    private static Rule.Comparison turned(Rule.Comparison comparison) {
        return switch (comparison) {
            case EQUAL -> Rule.Comparison.GREATER;
            case LESS -> Rule.Comparison.GREATER_OR_EQUAL;
            case LESS_OR_EQUAL -> Rule.Comparison.GREATER;
            case GREATER -> Rule.Comparison.LESS_OR_EQUAL;
            case GREATER_OR_EQUAL -> Rule.Comparison.LESS;
        };
    }

    private static Mutant turned(Rule rule, int at, Rule.Concludes concludes) {
        Strength opposite = concludes.strength().decibans() > 0 ? Strength.SPEAKS_STRONGLY_AGAINST : Strength.CONFIRMS;
        List<Rule.Consequence> conclusions = new ArrayList<>(rule.conclusions());
        conclusions.set(
                at,
                new Rule.Concludes(opposite, concludes.cause(), concludes.group(), concludes.reason(), concludes.on()));
        return new Mutant(
                "it speaks " + (opposite.decibans() > 0 ? "for" : "against") + " the cause",
                Optional.of(new Rule(rule.name(), rule.file(), rule.line(), rule.conditions(), conclusions)));
    }

    private static Mutant of(String what, Rule rule, List<Rule.Condition> conditions) {
        return new Mutant(
                what, Optional.of(new Rule(rule.name(), rule.file(), rule.line(), conditions, rule.conclusions())));
    }
}
