package dev.reconnect.rules;

import dev.reconnect.knowledge.Flaw;
import dev.reconnect.rules.Rule.Condition;
import dev.reconnect.rules.Rule.Consequence;
import dev.reconnect.rules.Rule.Derives;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds derivations that go in a circle: their symptoms would hold each other up after what they followed from is gone. And
 * those that go on for longer than anybody would write: the engine takes them one layer at a time.
 *
 * <p>A step leads from what a rule reads to what it derives, in the words {@code symptom=value}; a condition that names no
 * value reads {@code symptom=*}, which every value of the symptom leads to.
 */
final class CircleChecks {

    private record Step(String to, RuleInFile rule) {}

    /** From what was reported to what is derived last; the longest that ships takes a handful. */
    static final int MOST_STEPS = 100;

    private final Map<String, List<Step>> steps = new LinkedHashMap<>();
    private final Map<String, Integer> onward = new HashMap<>();

    private CircleChecks() {}

    static void check(List<RuleInFile> rules, List<Flaw> flaws) {
        CircleChecks checks = new CircleChecks();
        rules.forEach(checks::add);
        checks.report(flaws);
    }

    private void add(RuleInFile rule) {
        for (Consequence consequence : rule.rule().conclusions()) {
            if (consequence instanceof Derives derives) {
                String to = derives.symptom() + "=" + derives.value();
                for (Condition condition : rule.rule().conditions()) {
                    add(Layers.read(condition), to, rule);
                }
                add(to, derives.symptom() + "=*", rule);
            }
        }
    }

    private void add(String from, String to, RuleInFile rule) {
        steps.computeIfAbsent(from, key -> new ArrayList<>()).add(new Step(to, rule));
    }

    /** One stop of the walk: how it was reached, and where it can still lead. */
    private record Stop(String place, RuleInFile by, Iterator<Step> onward) {}

    /** Walks through all steps once, without recursion; a step to a place that it is coming from closes a circle. */
    private void report(List<Flaw> flaws) {
        Set<String> seen = new HashSet<>();
        steps.forEach((start, list) -> {
            if (seen.add(start)) {
                walk(new Stop(start, list.get(0).rule(), list.iterator()), seen, flaws);
            }
        });
    }

    private void walk(Stop start, Set<String> seen, List<Flaw> flaws) {
        Map<String, Stop> path = new LinkedHashMap<>();
        Deque<Stop> stops = new ArrayDeque<>(List.of(start));
        path.put(start.place(), start);
        while (!stops.isEmpty()) {
            Stop stop = stops.peek();
            if (!stop.onward().hasNext()) {
                path.remove(stops.pop().place());
                measure(stop, flaws);
                continue;
            }
            Step step = stop.onward().next();
            if (path.containsKey(step.to()) && flaws.size() < RuleChecks.MOST_FLAWS) {
                flaws.add(circle(step, List.copyOf(path.values())));
            } else if (seen.add(step.to())) {
                Stop next = new Stop(
                        step.to(),
                        step.rule(),
                        steps.getOrDefault(step.to(), List.of()).iterator());
                stops.push(next);
                path.put(next.place(), next);
            }
        }
    }

    private void measure(Stop stop, List<Flaw> flaws) {
        int longest = 0;
        for (Step step : steps.getOrDefault(stop.place(), List.of())) {
            longest = Math.max(longest, onward.getOrDefault(step.to(), 0) + 1);
        }
        onward.put(stop.place(), longest);
        if (longest == MOST_STEPS + 1) {
            flaws.add(stop.by()
                    .flaw(
                            "derivation-too-long",
                            "from " + stop.place() + " one derivation follows from another more than " + MOST_STEPS
                                    + " times",
                            "Derive from what was reported, not from what was derived."));
        }
    }

    private static Flaw circle(Step closing, List<Stop> path) {
        Set<String> rules = new LinkedHashSet<>();
        boolean inside = false;
        for (Stop stop : path) {
            if (inside) {
                rules.add(stop.by().rule().name());
            }
            inside |= stop.place().equals(closing.to());
        }
        rules.add(closing.rule().rule().name());
        return closing.rule()
                .flaw(
                        "derivation-circle",
                        "the derived symptom " + closing.to() + " follows from itself, by " + String.join(", ", rules),
                        "Derive one of them from reported symptoms only.");
    }
}
