package dev.reconnect.rules;

import dev.reconnect.fact.Symptom;
import dev.reconnect.rules.Conclusions.Derivation;
import dev.reconnect.rules.Rule.Concludes;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A case whose rules were applied, ready to be asked what one more symptom would change. Immutable.
 *
 * <p>A question is worth asking only if one of its answers changes something, so a diagnosis asks this some hundred times.
 * Asserting each answer into a working memory costs as much as a whole inference; looking again only at the rules that read
 * it costs a hundredth, because the rule language has nothing but literals.
 */
public final class Suppositions {

    private final RuleNetwork network;
    private final Map<String, List<Symptom>> there = new HashMap<>();
    private final Map<Symptom, Integer> reasons = new HashMap<>();
    private final BitSet firing = new BitSet();

    Suppositions(RuleNetwork network, Collection<Symptom> stated, Conclusions conclusions) {
        this.network = network;
        stated.forEach(this::add);
        Set<String> counted = new HashSet<>();
        for (Derivation derivation : conclusions.derived()) {
            if (counted.add(derivation.rule()
                    + ' '
                    + derivation.symptom().id()
                    + '='
                    + derivation.symptom().value())) {
                add(derivation.symptom());
            }
            firing.set(network.place(derivation.rule()));
        }
        conclusions.evidence().forEach(item -> firing.set(network.place(item.rule())));
        conclusions.advice().forEach(item -> firing.set(network.place(item.rule())));
        conclusions.warnings().forEach(item -> firing.set(network.place(item.rule())));
    }

    /**
     * Per cause about which the rules would say something else if this symptom were stated too, all that they would say
     * about it. The same as {@link Inference#whatIf}, and much faster.
     */
    public Map<String, List<Concludes>> changes(Symptom added) {
        if (added.isUnknown() || reasons.containsKey(added)) {
            return Map.of();
        }
        return new Supposition(network, there, reasons, firing, added).changes();
    }

    private void add(Symptom symptom) {
        if (reasons.merge(symptom, 1, Integer::sum) == 1) {
            there.computeIfAbsent(symptom.id(), id -> new ArrayList<>()).add(symptom);
        }
    }
}
