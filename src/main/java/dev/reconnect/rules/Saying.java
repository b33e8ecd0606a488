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

    /**
     * @param variables the variables of the rule, in the order in which a session hands over their symptoms
     * @param before    how many other arguments come first
     */
    Saying(String rule, Consequence consequence, List<String> variables, int before) {
        this.rule = rule;
        this.consequence = consequence;
        this.places = consequence.on().stream()
                .mapToInt(name -> variables.indexOf(name) + before)
                .toArray();
    }

    /**
     * Notes the conclusion.
     *
     * @param facts Drools itself if the rule derives symptoms, then the symptoms, then the {@link Notes}
     */
    void say(Object... facts) {
        Symptom[] matched = new Symptom[places.length];
        for (int i = 0; i < places.length; i++) {
            matched[i] = (Symptom) facts[places[i]];
        }
        List<Symptom> on = List.of(matched);
        Notes notes = (Notes) facts[facts.length - 1];
        if (consequence instanceof Concludes says) {
            notes.add(new Evidence(rule, says.cause(), says.group(), says.strength(), says.reason(), on));
        } else if (consequence instanceof Derives says) {
            Symptom symptom = new Symptom(says.symptom(), says.value());
            if (notes.add(new Derivation(rule, symptom, on))) {
                ((Drools) facts[0]).insert(symptom);
            }
        } else if (consequence instanceof Advises says) {
            notes.add(new Advice(rule, says.fix(), says.suitable(), says.reason(), on));
        } else if (consequence instanceof Warns says) {
            notes.add(new Warning(rule, says.kind(), says.message(), on));
        }
    }
}
