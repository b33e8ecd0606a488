package dev.reconnect.rules;

import dev.reconnect.fact.Symptom;
import dev.reconnect.rules.Rule.Concludes;
import dev.reconnect.rules.Rule.Condition;
import dev.reconnect.rules.Rule.Consequence;
import dev.reconnect.rules.Rule.Derives;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What one more symptom would change in a case: the rules that read it are looked at again, and those that read what they
 * derive, layer by layer. All others are left as they are, which is what makes a hundred questions affordable.
 *
 * <p>Says what the engine would say with that symptom in its working memory; a property test holds it to that.
 */
final class Supposition {

    private final RuleNetwork network;
    private final Map<String, List<Symptom>> there;
    private final Map<Symptom, Integer> reasons;
    private final BitSet firing;
    private final BitSet open = new BitSet();
    private final BitSet changed = new BitSet();

    /**
     * @param there   the symptoms that are stated or derived, by id; copied where it changes
     * @param reasons how many rules derive a symptom, and one more where it is stated
     * @param firing  the places of the rules whose conditions hold
     */
    Supposition(
            RuleNetwork network,
            Map<String, List<Symptom>> there,
            Map<Symptom, Integer> reasons,
            BitSet firing,
            Symptom added) {
        this.network = network;
        this.there = new HashMap<>(there);
        this.reasons = new HashMap<>(reasons);
        this.firing = firing;
        count(added, 1);
        for (int place = open.nextSetBit(0); place >= 0; place = open.nextSetBit(place + 1)) {
            look(place);
        }
    }

    /** Per cause that any rule now says something else about, all that the rules would say about it. */
    Map<String, List<Concludes>> changes() {
        Map<String, List<Concludes>> changes = new HashMap<>();
        for (int place = changed.nextSetBit(0); place >= 0; place = changed.nextSetBit(place + 1)) {
            for (Consequence consequence : network.rule(place).conclusions()) {
                if (consequence instanceof Concludes says) {
                    changes.computeIfAbsent(says.cause(), this::about);
                }
            }
        }
        return changes;
    }

    private List<Concludes> about(String cause) {
        List<Concludes> said = new ArrayList<>();
        for (int place : network.about(cause)) {
            if (firing.get(place) != changed.get(place)) {
                for (Consequence consequence : network.rule(place).conclusions()) {
                    if (consequence instanceof Concludes says && says.cause().equals(cause)) {
                        said.add(says);
                    }
                }
            }
        }
        return said;
    }

    private void look(int place) {
        Rule rule = network.rule(place);
        boolean fires = fires(rule);
        if (fires == firing.get(place)) {
            return;
        }
        changed.set(place);
        for (Consequence consequence : rule.conclusions()) {
            if (consequence instanceof Derives derives) {
                count(new Symptom(derives.symptom(), derives.value()), fires ? 1 : -1);
            }
        }
    }

    private void count(Symptom symptom, int more) {
        int before = reasons.getOrDefault(symptom, 0);
        int after = before + more;
        reasons.put(symptom, after);
        if (before > 0 == after > 0) {
            return;
        }
        List<Symptom> others = new ArrayList<>(there.getOrDefault(symptom.id(), List.of()));
        if (after > 0) {
            others.add(symptom);
        } else {
            others.remove(symptom);
        }
        there.put(symptom.id(), others);
        for (int reader : network.reading(symptom)) {
            open.set(reader);
        }
    }

    private boolean fires(Rule rule) {
        for (Condition condition : rule.conditions()) {
            if (holds(condition) == condition.negated()) {
                return false;
            }
        }
        return true;
    }

    private boolean holds(Condition condition) {
        for (Symptom symptom : there.getOrDefault(condition.symptom(), List.of())) {
            if (condition.matches(symptom)) {
                return true;
            }
        }
        return false;
    }
}
