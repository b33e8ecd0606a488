package dev.reconnect.rules;

import dev.reconnect.fact.Symptom;
import dev.reconnect.rules.Rule.Condition;
import dev.reconnect.rules.Rule.NumberTest;
import dev.reconnect.rules.Rule.Test;
import dev.reconnect.rules.Rule.ValueTest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Random symptoms that touch the rules: all conditions of some rules, a few of others, and near misses. */
final class SymptomSamples {

    private final List<Rule> rules;
    private final Random random;

    SymptomSamples(List<Rule> rules, Random random) {
        this.rules = rules;
        this.random = random;
    }

    List<Symptom> next() {
        Set<Symptom> symptoms = new LinkedHashSet<>();
        int seeds = 1 + random.nextInt(4);
        for (int i = 0; i < seeds; i++) {
            Rule rule = rules.get(random.nextInt(rules.size()));
            for (Condition condition : rule.conditions()) {
                boolean there = condition.negated() ? random.nextInt(4) == 0 : random.nextInt(8) > 0;
                if (there) {
                    symptoms.add(symptom(condition));
                }
            }
        }
        return new ArrayList<>(symptoms);
    }

    /** One that the condition matches, or now and then just misses. */
    private Symptom symptom(Condition condition) {
        if (condition.tests().isEmpty()) {
            return new Symptom(condition.symptom(), random.nextBoolean() ? "any" : "x");
        }
        Test test = condition.tests().get(random.nextInt(condition.tests().size()));
        if (test instanceof NumberTest number) {
            double value = number.number() + random.nextInt(3) - 1;
            return new Symptom(condition.symptom(), String.valueOf(value), value);
        }
        boolean literal = random.nextInt(6) > 0;
        return new Symptom(condition.symptom(), literal ? ((ValueTest) test).value() : "something-else");
    }
}
