package dev.reconnect.rules;

import dev.reconnect.fact.Symptom;
import dev.reconnect.knowledge.SymptomDefinition;
import dev.reconnect.rules.Rule.Condition;
import dev.reconnect.rules.WhyNot.Truth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What is known of a case, to hold conditions against as the engine does. */
public final class KnownSymptoms {

    private final Map<String, SymptomDefinition> vocabulary;
    private final Set<String> asked;
    private final Map<String, List<Symptom>> byId;

    /** @param symptoms all that were reported or derived, be it as unknown */
    public KnownSymptoms(Map<String, SymptomDefinition> vocabulary, Collection<Symptom> symptoms) {
        this.vocabulary = vocabulary;
        this.asked = symptoms.stream().map(Symptom::id).collect(Collectors.toUnmodifiableSet());
        this.byId =
                symptoms.stream().filter(symptom -> !symptom.isUnknown()).collect(Collectors.groupingBy(Symptom::id));
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
        boolean there = reported.stream().anyMatch(symptom -> condition.matches(symptom));
        if (there || condition.negated()) {
            return there == condition.negated() ? Truth.FALSE : Truth.TRUE;
        }
        SymptomDefinition definition = vocabulary.get(condition.symptom());
        boolean open = reported.isEmpty() || (definition != null && definition.multiple());
        return open ? Truth.UNKNOWN : Truth.FALSE;
    }
}
