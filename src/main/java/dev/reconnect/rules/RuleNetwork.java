package dev.reconnect.rules;

import dev.reconnect.fact.Symptom;
import dev.reconnect.rules.Rule.Concludes;
import dev.reconnect.rules.Rule.Condition;
import dev.reconnect.rules.Rule.Consequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rules in an order in which none reads what a later one derives, and who reads what. Each is named by its place in
 * that order. Immutable.
 */
final class RuleNetwork {

    private static final int[] NONE = {};

    private final List<Rule> rules;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, int[]> reading = new HashMap<>();
    private final Map<String, int[]> about = new HashMap<>();

    RuleNetwork(List<Rule> given, Layers layers) {
        this.rules = new ArrayList<>(given);
        rules.sort(Comparator.comparingInt(layers::of));
        for (int place = 0; place < rules.size(); place++) {
            Rule rule = rules.get(place);
            places.put(rule.name(), place);
            for (Condition condition : rule.conditions()) {
                add(reading, Layers.read(condition), place);
            }
            for (Consequence consequence : rule.conclusions()) {
                if (consequence instanceof Concludes says) {
                    add(about, says.cause(), place);
                }
            }
        }
    }

    Rule rule(int place) {
        return rules.get(place);
    }

    int place(String rule) {
        return places.get(rule);
    }

    /** The rules whose conditions could begin or cease to hold with this symptom. */
    int[] reading(Symptom symptom) {
        int[] value = reading.getOrDefault(symptom.id() + "=" + symptom.value(), NONE);
        int[] any = reading.getOrDefault(symptom.id() + "=*", NONE);
        int[] all = Arrays.copyOf(value, value.length + any.length);
        System.arraycopy(any, 0, all, value.length, any.length);
        return all;
    }

    /** The rules that speak for or against a cause. */
    int[] about(String cause) {
        return about.getOrDefault(cause, NONE);
    }

    private static void add(Map<String, int[]> map, String key, int place) {
        int[] known = map.getOrDefault(key, NONE);
        if (known.length > 0 && known[known.length - 1] == place) {
            return;
        }
        int[] longer = Arrays.copyOf(known, known.length + 1);
        longer[known.length] = place;
        map.put(key, longer);
    }
}
