package dev.reconnect.rules;

import dev.reconnect.fact.Advice;
import dev.reconnect.fact.Evidence;
import dev.reconnect.fact.Symptom;
import dev.reconnect.fact.Warning;
import dev.reconnect.rules.Conclusions.Derivation;
import dev.reconnect.rules.Rule.Advises;
import dev.reconnect.rules.Rule.Concludes;
import dev.reconnect.rules.Rule.Consequence;
import dev.reconnect.rules.Rule.Derives;
import dev.reconnect.rules.Rule.Warns;
import java.util.List;

/**
 * One conclusion of a rule, ready to be said about the symptoms that a session matched.
 *
 * @param pattern the conclusion about no symptoms at all
 * @param place   of the conclusion among all that the rules can say; see {@link SayingOrder}
 * @param on      where among the facts of a firing the symptoms stand that it rests on
 */
record Saying(Object pattern, int place, Arguments on) {

    /** What a rule concludes, without the symptoms that it rests on. */
    static Object pattern(String rule, Consequence consequence) {
        if (consequence instanceof Concludes says) {
            return new Evidence(rule, says.cause(), says.group(), says.strength(), says.reason(), List.of());
        }
        if (consequence instanceof Advises says) {
            return new Advice(rule, says.fix(), says.suitable(), says.reason(), List.of());
        }
        if (consequence instanceof Warns says) {
            return new Warning(rule, says.kind(), says.message(), List.of());
        }
        Derives says = (Derives) consequence;
        return new Derivation(rule, new Symptom(says.symptom(), says.value()), List.of());
    }

    /** What the rule concludes from these symptoms. */
    Object about(List<Symptom> symptoms) {
        if (pattern instanceof Evidence it) {
            return new Evidence(it.rule(), it.cause(), it.group(), it.strength(), it.reason(), symptoms);
        }
        if (pattern instanceof Derivation it) {
            return new Derivation(it.rule(), it.symptom(), symptoms);
        }
        if (pattern instanceof Advice it) {
            return new Advice(it.rule(), it.fix(), it.suitable(), it.reason(), symptoms);
        }
        Warning it = (Warning) pattern;
        return new Warning(it.rule(), it.kind(), it.message(), symptoms);
    }

    /** Places among the facts of a firing. */
    record Arguments(List<Integer> places) {

        Arguments {
            places = List.copyOf(places);
        }

        List<Symptom> of(Object[] facts) {
            Symptom[] matched = new Symptom[places.size()];
            for (int i = 0; i < matched.length; i++) {
                matched[i] = (Symptom) facts[places.get(i)];
            }
            return List.of(matched);
        }
    }
}
