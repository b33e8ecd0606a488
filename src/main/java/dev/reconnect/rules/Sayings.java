package dev.reconnect.rules;

import dev.reconnect.fact.Symptom;
import dev.reconnect.rules.Conclusions.Derivation;
import dev.reconnect.rules.Rule.Condition;
import dev.reconnect.rules.Rule.Consequence;
import dev.reconnect.rules.Saying.Arguments;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.drools.model.Drools;
import org.drools.model.functions.BlockN;

/** All that rules of the same conditions conclude, said at once when the engine fires them. */
final class Sayings implements BlockN {

    private static final long serialVersionUID = 1L;

    private final transient Saying[] sayings;
    private final int rules;

    private Sayings(List<Saying> sayings, int rules) {
        this.sayings = sayings.toArray(Saying[]::new);
        this.rules = rules;
    }

    /** @param before how many other arguments come before the symptoms */
    static Sayings of(List<Rule> alike, int before, SayingOrder order) {
        List<Saying> sayings = new ArrayList<>();
        for (Rule rule : alike) {
            List<String> bindings = bindings(rule);
            for (Consequence consequence : rule.conclusions()) {
                Object pattern = Saying.pattern(rule.name(), consequence);
                Arguments on = new Arguments(consequence.on().stream()
                        .map(name -> bindings.lastIndexOf(name) + before)
                        .toList());
                sayings.add(new Saying(pattern, order.place(pattern), on));
            }
        }
        // Those that rest on the same symptoms stand together, to share the list of them.
        sayings.sort(Comparator.comparing(saying -> saying.on().places().toString()));
        return new Sayings(sayings, alike.size());
    }

    private static List<String> bindings(Rule rule) {
        return rule.conditions().stream()
                .filter(condition -> !condition.negated())
                .map(Condition::binding)
                .toList();
    }

    /** @param facts Drools itself if a rule derives symptoms, then the symptoms, then the {@link Notes} */
    @Override
    public void execute(Object... facts) {
        Notes notes = (Notes) facts[facts.length - 1];
        if (!notes.begin(rules)) {
            return;
        }
        Arguments on = null;
        List<Symptom> symptoms = List.of();
        for (Saying saying : sayings) {
            if (!saying.on().equals(on)) {
                on = saying.on();
                symptoms = on.of(facts);
            }
            Object said = saying.about(symptoms);
            notes.add(saying.place(), said);
            if (said instanceof Derivation derivation && notes.isNew(derivation.symptom())) {
                ((Drools) facts[0]).insert(derivation.symptom());
            }
        }
    }
}
