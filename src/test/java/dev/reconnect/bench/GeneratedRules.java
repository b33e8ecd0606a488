package dev.reconnect.bench;

import dev.reconnect.fact.Strength;
import dev.reconnect.fact.Symptom;
import dev.reconnect.rules.Rule;
import dev.reconnect.rules.Rule.Concludes;
import dev.reconnect.rules.Rule.Condition;
import dev.reconnect.rules.Rule.ValueTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Rules and cases made by a program, so that every engine is asked the same at any size. Rule {@code i} reads symptom
 * {@code i / 5} and its value {@code i % 5}, and supports a cause of its own: flat patterns, as the shipped rules have.
 */
final class GeneratedRules {

    static final int VALUES = 5;

    private static final long SEED = 7;

    private GeneratedRules() {}

    static List<Rule> of(int count) {
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String symptom = symptom(i / VALUES);
            String value = value(i % VALUES);
            Condition seen = new Condition(false, "$seen", symptom, List.of(new ValueTest(true, value)), 1);
            Concludes supports = new Concludes(Strength.SUPPORTS, "cause-" + i, "seen", symptom, List.of("$seen"));
            rules.add(new Rule("rule-" + i, "rules/generated.drl", 1, List.of(seen), List.of(supports)));
        }
        return rules;
    }

    /**
     * Cases for {@code rules} rules. Two thirds of the symptoms of each make a rule fire; of the others every second has a
     * value that no rule asks for, and the rest no rule reads at all. Ids and values are strings of their own, as a parser
     * would make them, so that no engine can compare them by identity.
     */
    static List<List<Symptom>> cases(int count, int rules, int symptoms) {
        Random random = new Random(SEED);
        List<Integer> places = new ArrayList<>();
        for (int place = 0; place < rules / VALUES; place++) {
            places.add(place);
        }
        int firing = firing(symptoms);
        List<List<Symptom>> cases = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Collections.shuffle(places, random);
            List<Symptom> one = new ArrayList<>();
            for (int k = 0; k < symptoms; k++) {
                String id = k < firing || k % 2 == 0 && k < places.size() ? symptom(places.get(k)) : "other-" + k;
                one.add(new Symptom(id, k < firing ? value(random.nextInt(VALUES)) : "nothing-" + k));
            }
            Collections.shuffle(one, random);
            cases.add(List.copyOf(one));
        }
        return cases;
    }

    /** How many rules fire in a case of so many symptoms. */
    static int firing(int symptoms) {
        return symptoms * 2 / 3;
    }

    private static String symptom(int place) {
        return "area.symptom-" + place;
    }

    private static String value(int place) {
        return "value-" + place;
    }
}
