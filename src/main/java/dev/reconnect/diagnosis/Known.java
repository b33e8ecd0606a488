package dev.reconnect.diagnosis;

import dev.reconnect.fact.Symptom;
import dev.reconnect.rules.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is known of a case, to hold a rule's conditions against: true, false, or open because nobody has said. */
final class Known {

    enum Truth {
        TRUE,
        FALSE,
        OPEN
    }

    private final Map<String, List<Symptom>> byId = new HashMap<>();

    Known(Collection<Symptom> symptoms) {
        for (Symptom symptom : symptoms) {
            byId.computeIfAbsent(symptom.id(), id -> new ArrayList<>()).add(symptom);
        }
    }

    /** Whether the symptom was reported or derived at all, be it as unknown. */
    boolean has(String symptom) {
        return byId.containsKey(symptom);
    }

    Truth truth(Rule.Condition condition) {
        Truth plain = plain(condition);
        if (!condition.negated()) {
            return plain;
        }
        // The engine takes "not reported" as not there, so a negated condition holds until somebody reports the
        // symptom.
        return plain == Truth.TRUE ? Truth.FALSE : Truth.TRUE;
    }

    private Truth plain(Rule.Condition condition) {
        List<Symptom> reported = byId.getOrDefault(condition.symptom(), List.of());
        boolean known = false;
        for (Symptom symptom : reported) {
            if (symptom.isUnknown()) {
                continue;
            }
            known = true;
            if (condition.matches(symptom)) {
                return Truth.TRUE;
            }
        }
        return known ? Truth.FALSE : Truth.OPEN;
    }
}
