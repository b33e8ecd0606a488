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
import org.drools.model.Drools;

/** One conclusion of a rule, ready to be said about the symptoms that a session matched. */
final class Saying {

    private final String rule;
    private final Consequence consequence;
    private final int[] places;

    /** @param variables the variables of the rule, in the order in which a session hands over their symptoms */
    Saying(String rule, Consequence consequence, List<String> variables) {
        this.rule = rule;
        this.consequence = consequence;
        this.places = consequence.on().stream().mapToInt(variables::indexOf).toArray();
    }

    /**
     * Inserts the conclusion, to stay as long as its symptoms do.
     *
     * @param facts Drools itself, then the symptoms
     */
    void say(Drools drools, Object... facts) {
        Symptom[] matched = new Symptom[places.length];
        for (int i = 0; i < places.length; i++) {
            matched[i] = (Symptom) facts[places[i] + 1];
        }
        List<Symptom> on = List.of(matched);
        if (consequence instanceof Concludes says) {
            drools.logicalInsert(new Evidence(rule, says.cause(), says.group(), says.strength(), says.reason(), on));
        } else if (consequence instanceof Derives says) {
            Symptom symptom = new Symptom(says.symptom(), says.value());
            drools.logicalInsert(symptom);
            drools.logicalInsert(new Derivation(rule, symptom, on));
        } else if (consequence instanceof Advises says) {
            drools.logicalInsert(new Advice(rule, says.fix(), says.suitable(), says.reason(), on));
        } else if (consequence instanceof Warns says) {
            drools.logicalInsert(new Warning(rule, says.kind(), says.message(), on));
        }
    }
}
