package dev.reconnect.rules;

import dev.reconnect.fact.Symptom;
import dev.reconnect.knowledge.SymptomDefinition;
import dev.reconnect.rules.Rule.Condition;
import dev.reconnect.rules.Rule.Derives;
import dev.reconnect.rules.Rule.ValueTest;
import dev.reconnect.rules.WhyNot.Change;
import dev.reconnect.rules.WhyNot.Report;
import dev.reconnect.rules.WhyNot.Truth;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the reports that would make a rule speak for a cause; of several rules the one that says most for each report. */
final class SmallestChange {

    /** Derivations are short chains; more steps would ask for something that nobody sees the sense of. */
    private static final int DEEPEST = 4;

    private final RuleIndex index;
    private final Map<String, SymptomDefinition> vocabulary;
    private final KnownSymptoms known;

    SmallestChange(RuleIndex index, Map<String, SymptomDefinition> vocabulary, KnownSymptoms known) {
        this.index = index;
        this.vocabulary = vocabulary;
        this.known = known;
    }

    Optional<Change> of(String cause) {
        return index.about(cause).stream()
                .flatMap(rule -> change(rule, cause).stream())
                .min(Comparator.comparingDouble(SmallestChange::worth)
                        .reversed()
                        .thenComparing(change -> change.reports().size())
                        .thenComparing(Change::rule));
    }

    private static double worth(Change change) {
        return (double) change.decibans() / change.reports().size();
    }

    private Optional<Change> change(Rule rule, String cause) {
        int decibans = WhyNot.about(rule, cause)
                .mapToInt(says -> says.strength().decibans())
                .max()
                .orElse(0);
        if (decibans <= 0 || known.satisfies(rule)) {
            return Optional.empty();
        }
        return missing(rule, DEEPEST).map(reports -> new Change(rule.name(), decibans, List.copyOf(reports)));
    }

    /** What must be reported so that all conditions hold; empty when reports alone cannot bring that about. */
    private Optional<Set<Report>> missing(Rule rule, int depth) {
        Set<Report> all = new LinkedHashSet<>();
        for (Condition condition : rule.conditions()) {
            if (known.truth(condition) != Truth.TRUE) {
                Optional<Set<Report>> reports = missing(condition, depth);
                if (reports.isEmpty()) {
                    return Optional.empty();
                }
                all.addAll(reports.get());
            }
        }
        return Optional.of(all);
    }

    private Optional<Set<Report>> missing(Condition condition, int depth) {
        if (known.truth(condition) == Truth.FALSE) {
            return Optional.empty();
        }
        SymptomDefinition definition = vocabulary.get(condition.symptom());
        if (definition == null || !definition.derived()) {
            return Optional.of(Set.of(new Report(condition.symptom(), value(condition), ConditionText.of(condition))));
        }
        return depth == 0
                ? Optional.empty()
                : index.deriving(condition.symptom()).stream()
                        .filter(rule -> derives(rule, condition))
                        .flatMap(rule -> missing(rule, depth - 1).stream())
                        .min(Comparator.comparingInt(Set::size));
    }

    private static boolean derives(Rule rule, Condition condition) {
        return rule.conclusions().stream()
                .flatMap(consequence -> consequence instanceof Derives derives
                        ? Stream.of(new Symptom(derives.symptom(), derives.value()))
                        : Stream.empty())
                .anyMatch(condition::matches);
    }

    private static Optional<String> value(Condition condition) {
        return condition.tests().stream()
                .filter(test -> test instanceof ValueTest value && value.equal())
                .map(test -> ((ValueTest) test).value())
                .findFirst();
    }
}
