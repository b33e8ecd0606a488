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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Finds what nobody has reported and would move a cause most: rules that wait for one single answer. */
final class MissingEvidence {

    private static final int MOST = 5;

    private final Map<String, SymptomDefinition> vocabulary;
    private final Reading reading;
    private final Map<String, List<Wanted>> byCause = new ConcurrentHashMap<>();

    /** A condition of a rule that speaks about a cause, and what would be said of it while it is the only open one. */
    private record Wanted(Rule rule, Rule.Condition condition, Explanation.Missing missing) {}

    MissingEvidence(Map<String, SymptomDefinition> vocabulary, Reading reading) {
        this.vocabulary = vocabulary;
        this.reading = reading;
    }

    List<Explanation.Missing> of(String cause, KnownSymptoms known) {
        List<Wanted> all = byCause.get(cause);
        if (all == null) {
            all = byCause.computeIfAbsent(cause, this::wanted);
        }
        List<Explanation.Missing> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Wanted wanted : all) {
            String symptom = wanted.condition().symptom();
            if (!known.has(symptom) && isOnlyOpen(wanted, known) && seen.add(symptom)) {
                found.add(wanted.missing());
                if (found.size() == MOST) {
                    break;
                }
            }
        }
        return found;
    }

    /** Whether the condition alone keeps its rule from firing, and is merely unanswered. */
    private static boolean isOnlyOpen(Wanted wanted, KnownSymptoms known) {
        for (Rule.Condition condition : wanted.rule().conditions()) {
            WhyNot.Truth expected = condition == wanted.condition() ? WhyNot.Truth.UNKNOWN : WhyNot.Truth.TRUE;
            if (known.truth(condition) != expected) {
                return false;
            }
        }
        return true;
    }

    /** All that could be missing for a cause, what moves it most first. */
    private List<Wanted> wanted(String cause) {
        List<Wanted> wanted = new ArrayList<>();
        for (Rule rule : reading.about(cause)) {
            for (Rule.Condition condition : rule.conditions()) {
                SymptomDefinition definition = vocabulary.get(condition.symptom());
                if (definition != null && !definition.derived() && !condition.negated()) {
                    add(wanted, rule, condition, definition, cause);
                }
            }
        }
        wanted.sort(
                Comparator.comparingInt((Wanted one) -> -Math.abs(one.missing().decibans()))
                        .thenComparing(one -> one.missing().rule())
                        .thenComparing(one -> one.missing().value()));
        return List.copyOf(wanted);
    }

    private static void add(
            List<Wanted> wanted, Rule rule, Rule.Condition condition, SymptomDefinition definition, String cause) {
        for (Rule.Consequence consequence : rule.conclusions()) {
            if (consequence instanceof Rule.Concludes concludes
                    && concludes.cause().equals(cause)) {
                Explanation.Missing missing = new Explanation.Missing(
                        rule.name(),
                        condition.symptom(),
                        words(condition),
                        concludes.strength().decibans(),
                        definition.question());
                wanted.add(new Wanted(rule, condition, missing));
            }
        }
    }

    /** The value that the condition waits for, as a reader would say it. */
    private static String words(Rule.Condition condition) {
        List<String> words = condition.tests().stream()
                .map(test -> test instanceof Rule.ValueTest value
                        ? (value.equal() ? "" : "not ") + value.value()
                        : ((Rule.NumberTest) test).comparison().sign() + " " + ((Rule.NumberTest) test).number())
                .toList();
        return words.isEmpty() ? "any" : String.join(" and ", words);
    }
}
