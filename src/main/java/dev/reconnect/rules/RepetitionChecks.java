package dev.reconnect.rules;

import dev.reconnect.knowledge.Flaw;
import dev.reconnect.rules.Rule.Advises;
import dev.reconnect.rules.Rule.Concludes;
import dev.reconnect.rules.Rule.Condition;
import dev.reconnect.rules.Rule.Consequence;
import dev.reconnect.rules.Rule.Derives;
import dev.reconnect.rules.Rule.Warns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds rules with the same name, and rules that say the same or the opposite on the same conditions. */
final class RepetitionChecks {

    /** So many rules may share their conditions and still be compared each with each. */
    private static final int MOST_COMPARED = 50;

    private RepetitionChecks() {}

    static void check(List<RuleInFile> rules, List<Flaw> flaws) {
        Map<String, RuleInFile> names = new HashMap<>();
        Map<Set<List<Object>>, List<RuleInFile>> sameConditions = new HashMap<>();
        for (RuleInFile rule : rules) {
            RuleInFile first = names.putIfAbsent(rule.rule().name(), rule);
            if (first != null) {
                flaws.add(rule.flaw(
                        "duplicate-name",
                        "the name \"" + rule.rule().name() + "\" is already used at " + first.where(),
                        "Name each rule after what sets it apart."));
            }
            List<RuleInFile> others = sameConditions.computeIfAbsent(conditions(rule.rule()), key -> new ArrayList<>());
            for (RuleInFile other : others) {
                if (flaws.size() < RuleChecks.MOST_FLAWS) {
                    compare(other, rule, flaws);
                }
            }
            if (others.size() < MOST_COMPARED) {
                others.add(rule);
            }
        }
    }

    private static void compare(RuleInFile earlier, RuleInFile later, List<Flaw> flaws) {
        for (Consequence said : earlier.rule().conclusions()) {
            for (Consequence says : later.rule().conclusions()) {
                if (!subject(said).equals(subject(says))) {
                    continue;
                }
                boolean same = direction(said) == direction(says);
                String told = "on the same conditions " + earlier.rule().name() + " at " + earlier.where() + " says ";
                flaws.add(later.flaw(
                        same ? "duplicate-rule" : "contradictory-rules",
                        told + (same ? "the same" : "the opposite"),
                        same ? "Delete one of the two." : "Keep one of the two, or tell their conditions apart."));
                return;
            }
        }
    }

    /** Without order, bindings and lines. */
    private static Set<List<Object>> conditions(Rule rule) {
        Set<List<Object>> conditions = new HashSet<>();
        for (Condition condition : rule.conditions()) {
            conditions.add(List.of(condition.negated(), condition.symptom(), Set.copyOf(condition.tests())));
        }
        return conditions;
    }

    private static List<String> subject(Consequence consequence) {
        if (consequence instanceof Concludes says) {
            return List.of("cause", says.cause());
        }
        if (consequence instanceof Derives says) {
            return List.of("symptom", says.symptom(), says.value());
        }
        if (consequence instanceof Advises says) {
            return List.of("fix", says.fix());
        }
        return List.of("message", ((Warns) consequence).message());
    }

    private static int direction(Consequence consequence) {
        if (consequence instanceof Concludes says) {
            return Integer.signum(says.strength().decibans());
        }
        return consequence instanceof Advises says && !says.suitable() ? -1 : 1;
    }
}
