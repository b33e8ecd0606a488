package dev.reconnect.diagnosis;

import dev.reconnect.rules.Rule;
import dev.reconnect.rules.RuleIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the rules of a release read: which rules speak about a cause, which symptoms lie behind them, which values matter.
 * Built once per release; decides what is worth asking.
 */
public final class Reading {

    private final RuleIndex index;
    private final Map<String, Map<String, Integer>> behind = new HashMap<>();
    private final Map<String, Set<String>> values = new HashMap<>();

    public Reading(List<Rule> rules) {
        index = new RuleIndex(rules);
        Set<String> causes = new TreeSet<>();
        Map<String, Set<String>> sources = new TreeMap<>();
        for (Rule rule : rules) {
            Set<String> read = new TreeSet<>();
            for (Rule.Condition condition : rule.conditions()) {
                read.add(condition.symptom());
                for (Rule.Test test : condition.tests()) {
                    if (test instanceof Rule.ValueTest value) {
                        values.computeIfAbsent(condition.symptom(), id -> new TreeSet<>())
                                .add(value.value());
                    }
                }
            }
            for (Rule.Consequence consequence : rule.conclusions()) {
                if (consequence instanceof Rule.Concludes concludes) {
                    causes.add(concludes.cause());
                } else if (consequence instanceof Rule.Derives derives) {
                    sources.computeIfAbsent(derives.symptom(), id -> new TreeSet<>())
                            .addAll(read);
                }
            }
        }
        causes.forEach(cause -> behind.put(cause, reach(cause, about(cause), sources)));
    }

    /** The rules that speak for or against a cause. */
    List<Rule> about(String cause) {
        return index.about(cause);
    }

    /**
     * The symptoms that the evidence about a cause can rest on, directly or through derived ones, each with the decibans of
     * the strongest rule that it can bring to fire.
     */
    Map<String, Integer> behind(String cause) {
        return behind.getOrDefault(cause, Map.of());
    }

    /** The values of a symptom that any rule asks for. */
    Set<String> values(String symptom) {
        return values.getOrDefault(symptom, Set.of());
    }

    private static Map<String, Integer> reach(String cause, List<Rule> rules, Map<String, Set<String>> sources) {
        Map<String, Integer> reached = new HashMap<>();
        for (Rule rule : rules) {
            int decibans = strongest(rule, cause);
            Set<String> seen = new HashSet<>();
            List<String> open = new ArrayList<>();
            rule.conditions().forEach(condition -> open.add(condition.symptom()));
            while (!open.isEmpty()) {
                String symptom = open.remove(open.size() - 1);
                if (seen.add(symptom)) {
                    reached.merge(symptom, decibans, Math::max);
                    open.addAll(sources.getOrDefault(symptom, Set.of()));
                }
            }
        }
        return Map.copyOf(reached);
    }

    private static int strongest(Rule rule, String cause) {
        return rule.conclusions().stream()
                .filter(Rule.Concludes.class::isInstance)
                .map(Rule.Concludes.class::cast)
                .filter(concludes -> concludes.cause().equals(cause))
                .mapToInt(concludes -> Math.abs(concludes.strength().decibans()))
                .max()
                .orElse(0);
    }
}
