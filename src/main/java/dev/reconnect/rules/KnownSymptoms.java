package dev.reconnect.rules;

import dev.reconnect.fact.Symptom;
import dev.reconnect.knowledge.SymptomDefinition;
import dev.reconnect.rules.Rule.Condition;
import dev.reconnect.rules.WhyNot.Truth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is known of a case, to hold conditions against as the engine does. */
public final class KnownSymptoms {

    private final Map<String, SymptomDefinition> vocabulary;
    private final Set<String> asked = new HashSet<>();
    private final Map<String, List<Symptom>> byId = new HashMap<>();

    /** @param symptoms all that were reported or derived, be it as unknown */
    public KnownSymptoms(Map<String, SymptomDefinition> vocabulary, Collection<Symptom> symptoms) {
        this.vocabulary = vocabulary;
        for (Symptom symptom : symptoms) {
            asked.add(symptom.id());
            if (!symptom.isUnknown()) {
                byId.computeIfAbsent(symptom.id(), id -> new ArrayList<>(2)).add(symptom);
            }
        }
    }

    /** Whether the symptom was reported or derived at all, be it as unknown. */
    public boolean has(String symptom) {
        return asked.contains(symptom);
    }

    boolean satisfies(Rule rule) {
        return rule.conditions().stream().allMatch(condition -> truth(condition) == Truth.TRUE);
    }

    /**
     * The engine takes what nobody reported as absent, so a negated condition is never unknown. Of a symptom that can have
     * several values at once, others say nothing about the one that is asked for.
     */
    public Truth truth(Condition condition) {
        List<Symptom> reported = byId.getOrDefault(condition.symptom(), List.of());
        boolean there = matchesAny(condition, reported);
        if (there || condition.negated()) {
            return there == condition.negated() ? Truth.FALSE : Truth.TRUE;
        }
        SymptomDefinition definition = vocabulary.get(condition.symptom());
        boolean open = reported.isEmpty() || (definition != null && definition.multiple());
        return open ? Truth.UNKNOWN : Truth.FALSE;
    }

    private static boolean matchesAny(Condition condition, List<Symptom> reported) {
        for (Symptom symptom : reported) {
            if (condition.matches(symptom)) {
                return true;
            }
        }
        return false;
    }
}
