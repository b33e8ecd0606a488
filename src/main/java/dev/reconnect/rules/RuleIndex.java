package dev.reconnect.rules;

import dev.reconnect.rules.Rule.Concludes;
import dev.reconnect.rules.Rule.Condition;
import dev.reconnect.rules.Rule.Consequence;
import dev.reconnect.rules.Rule.Derives;
import dev.reconnect.rules.Rule.Test;
import dev.reconnect.rules.Rule.ValueTest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which rules speak about a cause, which read a symptom and which derive it. Immutable; each rule is listed once. */
public final class RuleIndex {

    private final Map<String, Set<Rule>> about = new HashMap<>();
    private final Map<String, Set<Rule>> reading = new HashMap<>();
    private final Map<String, Set<Rule>> deriving = new HashMap<>();
    private final Set<String> values = new HashSet<>();

    public RuleIndex(List<Rule> rules) {
        for (Rule rule : rules) {
            for (Condition condition : rule.conditions()) {
                add(reading, condition.symptom(), rule);
                condition.tests().forEach(this::value);
            }
            for (Consequence consequence : rule.conclusions()) {
                if (consequence instanceof Concludes concludes) {
                    add(about, concludes.cause(), rule);
                } else if (consequence instanceof Derives derives) {
                    add(deriving, derives.symptom(), rule);
                }
            }
        }
    }

    /** Whether a rule asks for this very value of a symptom, whichever. */
    public boolean readsValue(String value) {
        return values.contains(value);
    }

    /** The rules that speak for or against a cause, in the order in which they were given. */
    public List<Rule> about(String cause) {
        return List.copyOf(about.getOrDefault(cause, Set.of()));
    }

    /** The rules that conclude a symptom. */
    public List<Rule> deriving(String symptom) {
        return List.copyOf(deriving.getOrDefault(symptom, Set.of()));
    }

    /** The rules that read a symptom, or one that is derived from it over any number of steps. */
    public List<Rule> reading(String symptom) {
        Set<Rule> readers = new LinkedHashSet<>();
        Set<String> seen = new HashSet<>(Set.of(symptom));
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (Rule rule : reading.getOrDefault(open.remove(), Set.of())) {
                readers.add(rule);
                rule.conclusions().stream()
                        .filter(Derives.class::isInstance)
                        .map(consequence -> ((Derives) consequence).symptom())
                        .filter(seen::add)
                        .forEach(open::add);
            }
        }
        return new ArrayList<>(readers);
    }

    private void value(Test test) {
        if (test instanceof ValueTest asked && asked.equal()) {
            values.add(asked.value());
        }
    }

    private static void add(Map<String, Set<Rule>> map, String key, Rule rule) {
        map.computeIfAbsent(key, any -> new LinkedHashSet<>()).add(rule);
    }
}
