package dev.reconnect.release;

import dev.reconnect.fact.Symptom;
import dev.reconnect.rules.Conclusions;
import dev.reconnect.rules.Rule;
import java.util.ArrayList;
import java.util.List;

/** Says which conditions kept a rule from firing on the symptoms of a case, or which symptoms made it fire. */
final class NearestMiss {

    private final List<Symptom> symptoms;

    NearestMiss(List<Symptom> reported, List<Conclusions.Derivation> derived) {
        List<Symptom> all = new ArrayList<>(reported);
        derived.forEach(derivation -> all.add(derivation.symptom()));
        all.removeIf(Symptom::isUnknown);
        this.symptoms = all.stream().distinct().toList();
    }

    /** Whether all conditions hold, as the engine would see it. */
    boolean fires(Rule rule) {
        return rule.conditions().stream()
                .allMatch(condition ->
                        condition.negated() == symptoms.stream().noneMatch(symptom -> matches(condition, symptom)));
    }

    /** The conditions that do not hold. */
    String of(Rule rule) {
        List<String> failing = new ArrayList<>();
        for (Rule.Condition condition : rule.conditions()) {
            List<Symptom> matching = symptoms.stream()
                    .filter(symptom -> matches(condition, symptom))
                    .toList();
            if (condition.negated() && !matching.isEmpty()) {
                failing.add(written(condition) + " fails, because " + shown(matching));
            } else if (!condition.negated() && matching.isEmpty()) {
                List<Symptom> others = symptoms.stream()
                        .filter(symptom -> symptom.id().equals(condition.symptom()))
                        .toList();
                failing.add(written(condition) + " is not met; "
                        + (others.isEmpty() ? condition.symptom() + " is not there" : "there is " + shown(others)));
            }
        }
        return failing.isEmpty() ? "all its conditions hold, so its file needs a look" : String.join("; ", failing);
    }

    /** Whether the condition is met; one with {@code not} is when no symptom matches. */
    boolean holds(Rule.Condition condition) {
        return condition.negated() == symptoms.stream().noneMatch(symptom -> matches(condition, symptom));
    }

    /** The symptoms that its conditions match. */
    String matched(Rule rule) {
        List<Symptom> matching = symptoms.stream()
                .filter(symptom -> rule.conditions().stream()
                        .anyMatch(condition -> !condition.negated() && matches(condition, symptom)))
                .toList();
        return shown(matching);
    }

    private static String shown(List<Symptom> some) {
        return String.join(
                ", ",
                some.stream()
                        .map(symptom -> symptom.id() + " = " + symptom.value())
                        .toList());
    }

    private static boolean matches(Rule.Condition condition, Symptom symptom) {
        return condition.symptom().equals(symptom.id())
                && condition.tests().stream().allMatch(test -> holds(test, symptom));
    }

    private static boolean holds(Rule.Test test, Symptom symptom) {
        if (test instanceof Rule.ValueTest value) {
            return value.equal() == value.value().equals(symptom.value());
        }
        Rule.NumberTest number = (Rule.NumberTest) test;
        return number.comparison().holds(symptom.number(), number.number());
    }

    static String written(Rule.Condition condition) {
        StringBuilder text = new StringBuilder(condition.negated() ? "not " : "").append(condition.symptom());
        for (Rule.Test test : condition.tests()) {
            if (test instanceof Rule.ValueTest value) {
                text.append(value.equal() ? " == \"" : " != \"")
                        .append(value.value())
                        .append('"');
            } else if (test instanceof Rule.NumberTest number) {
                text.append(' ').append(number.comparison().sign()).append(' ').append(number.number());
            }
        }
        return text.toString();
    }
}
