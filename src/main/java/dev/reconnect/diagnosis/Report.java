package dev.reconnect.diagnosis;

import dev.reconnect.knowledge.Risk;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * What there is to diagnose, and what the caller wants to hear.
 *
 * @param id           the name of the diagnosis; the same id with the same content gives the same bytes
 * @param observations as they stand in the request, then as they stand in the text; not yet those that rules derive
 * @param notices      warnings from reading the request, such as a code that nobody knows
 * @param limit        how many causes to list, at least 1
 * @param maxRisk      fixes above this risk are left out of the plan
 */
public record Report(
        String id,
        List<Observation> observations,
        List<Diagnosis.Notice> notices,
        int limit,
        Risk maxRisk,
        Set<Part> include) {

    /** The parts of an answer that cost extra. */
    public enum Part {
        EVIDENCE,
        PLAN,
        QUESTIONS
    }

    public Report {
        Objects.requireNonNull(id, "id");
        observations = List.copyOf(observations);
        notices = List.copyOf(notices);
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be at least 1 but is " + limit);
        }
        Objects.requireNonNull(maxRisk, "maxRisk");
        // In order: a report is stored and compared as JSON, and the sets of Set.copyOf are in another order in each
        // process.
        include = Collections.unmodifiableSet(new TreeSet<>(include));
    }
}
