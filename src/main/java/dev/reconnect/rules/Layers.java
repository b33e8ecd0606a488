package dev.reconnect.rules;

import dev.reconnect.rules.Rule.Condition;
import dev.reconnect.rules.Rule.Consequence;
import dev.reconnect.rules.Rule.Derives;
import dev.reconnect.rules.Rule.Test;
import dev.reconnect.rules.Rule.ValueTest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The order in which rules can be applied so that none has to be taken back: each after all those that derive a symptom
 * which it reads, be it to see that it is there or that it is not.
 *
 * <p>Such an order exists because the gate refuses derivations in a circle. For rules that never passed it, those in a
 * circle get a layer where it is entered.
 *
 * @see "K. Apt, H. Blair, A. Walker, Towards a theory of declarative knowledge, 1988, on stratified programs"
 */
final class Layers {

    private final Map<String, Set<Rule>> deriving = new HashMap<>();
    private final Map<String, Integer> known = new HashMap<>();
    private final Set<String> open = new HashSet<>();

    Layers(List<Rule> rules) {
        for (Rule rule : rules) {
            for (Consequence consequence : rule.conclusions()) {
                if (consequence instanceof Derives derives) {
                    add(derives.symptom() + "=" + derives.value(), rule);
                    add(derives.symptom() + "=*", rule);
                }
            }
        }
    }

    /** 0 for a rule that reads nothing derived, else one more than the highest that it must wait for. */
    int of(Rule rule) {
        int layer = 0;
        for (Condition condition : rule.conditions()) {
            layer = Math.max(layer, layer(read(condition)));
        }
        return layer;
    }

    /** What a condition reads: {@code symptom=value}, or {@code symptom=*} where it asks for no one value. */
    static String read(Condition condition) {
        for (Test test : condition.tests()) {
            if (test instanceof ValueTest value && value.equal()) {
                return condition.symptom() + "=" + value.value();
            }
        }
        return condition.symptom() + "=*";
    }

    private int layer(String place) {
        Set<Rule> rules = deriving.get(place);
        if (rules == null) {
            return 0;
        }
        Integer found = known.get(place);
        if (found != null || !open.add(place)) {
            return found == null ? 0 : found;
        }
        int layer = 0;
        for (Rule rule : rules) {
            layer = Math.max(layer, of(rule) + 1);
        }
        open.remove(place);
        known.put(place, layer);
        return layer;
    }

    private void add(String place, Rule rule) {
        deriving.computeIfAbsent(place, key -> new LinkedHashSet<>()).add(rule);
    }
}
