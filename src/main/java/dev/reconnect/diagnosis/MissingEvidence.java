package dev.reconnect.diagnosis;

import dev.reconnect.knowledge.SymptomDefinition;
import dev.reconnect.rules.KnownSymptoms;
import dev.reconnect.rules.Rule;
import dev.reconnect.rules.WhyNot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what nobody has reported and would move a cause most: rules that wait for one single answer. */
final class MissingEvidence {

    private static final int MOST = 5;

    private final Map<String, SymptomDefinition> vocabulary;
    private final Reading reading;
    private final KnownSymptoms known;

    MissingEvidence(Map<String, SymptomDefinition> vocabulary, Reading reading, KnownSymptoms known) {
        this.vocabulary = vocabulary;
        this.reading = reading;
        this.known = known;
    }

    List<Explanation.Missing> of(String cause) {
        List<Explanation.Missing> found = new ArrayList<>();
        for (Rule rule : reading.about(cause)) {
            onlyOpen(rule).ifPresent(condition -> found.addAll(missing(rule, condition, cause)));
        }
        found.sort(Comparator.comparingInt((Explanation.Missing item) -> -Math.abs(item.decibans()))
                .thenComparing(Explanation.Missing::rule)
                .thenComparing(Explanation.Missing::value));
        Set<String> seen = new HashSet<>();
        return found.stream()
                .filter(item -> seen.add(item.symptom()))
                .limit(MOST)
                .toList();
    }

    /** The one condition that keeps a rule from firing, when it is merely unanswered. */
    private Optional<Rule.Condition> onlyOpen(Rule rule) {
        Rule.Condition open = null;
        for (Rule.Condition condition : rule.conditions()) {
            WhyNot.Truth truth = known.truth(condition);
            if (truth == WhyNot.Truth.FALSE || truth == WhyNot.Truth.UNKNOWN && open != null) {
                return Optional.empty();
            }
            if (truth == WhyNot.Truth.UNKNOWN) {
                open = condition;
            }
        }
        return Optional.ofNullable(open);
    }

    private List<Explanation.Missing> missing(Rule rule, Rule.Condition condition, String cause) {
        SymptomDefinition definition = vocabulary.get(condition.symptom());
        if (definition == null || definition.derived() || known.has(condition.symptom())) {
            return List.of();
        }
        List<Explanation.Missing> missing = new ArrayList<>();
        for (Rule.Consequence consequence : rule.conclusions()) {
            if (consequence instanceof Rule.Concludes concludes
                    && concludes.cause().equals(cause)) {
                missing.add(new Explanation.Missing(
                        rule.name(),
                        condition.symptom(),
                        wanted(condition),
                        concludes.strength().decibans(),
                        definition.question()));
            }
        }
        return missing;
    }

    /** The value that the condition waits for, as a reader would say it. */
    private static String wanted(Rule.Condition condition) {
        List<String> words = condition.tests().stream()
                .map(test -> test instanceof Rule.ValueTest value
                        ? (value.equal() ? "" : "not ") + value.value()
                        : ((Rule.NumberTest) test).comparison().sign() + " " + ((Rule.NumberTest) test).number())
                .toList();
        return words.isEmpty() ? "any" : String.join(" and ", words);
    }
}
