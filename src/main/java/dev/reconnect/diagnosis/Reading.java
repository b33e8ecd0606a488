package dev.reconnect.diagnosis;

import dev.reconnect.rules.Rule;
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

    private final Map<String, List<Rule>> about = new HashMap<>();
    private final Map<String, Set<String>> behind = new HashMap<>();
    private final Map<String, Set<String>> values = new HashMap<>();

    public Reading(List<Rule> rules) {
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
                    about.computeIfAbsent(concludes.cause(), id -> new ArrayList<>())
                            .add(rule);
                } else if (consequence instanceof Rule.Derives derives) {
                    sources.computeIfAbsent(derives.symptom(), id -> new TreeSet<>())
                            .addAll(read);
                }
            }
        }
        about.forEach((cause, list) -> behind.put(cause, reach(list, sources)));
    }

    /** The rules that speak for or against a cause. */
    List<Rule> about(String cause) {
        return about.getOrDefault(cause, List.of());
    }

    /** The symptoms that the evidence about a cause can rest on, directly or through derived ones. */
    Set<String> behind(String cause) {
        return behind.getOrDefault(cause, Set.of());
    }

    /** The values of a symptom that any rule asks for. */
    Set<String> values(String symptom) {
        return values.getOrDefault(symptom, Set.of());
    }

    private static Set<String> reach(List<Rule> rules, Map<String, Set<String>> sources) {
        Set<String> reached = new HashSet<>();
        List<String> open = new ArrayList<>();
        rules.forEach(rule -> rule.conditions().forEach(condition -> open.add(condition.symptom())));
        while (!open.isEmpty()) {
            String symptom = open.remove(open.size() - 1);
            if (reached.add(symptom)) {
                open.addAll(sources.getOrDefault(symptom, Set.of()));
            }
        }
        return Set.copyOf(reached);
    }
}
