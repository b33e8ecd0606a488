package dev.reconnect.web;

import dev.reconnect.diagnosis.Report;
import dev.reconnect.knowledge.Risk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a portal sends. At least one symptom or a text.
 *
 * @param symptoms what was observed
 * @param text     whatever the user pasted; symptoms are read out of it, the text itself is not kept
 * @param limit    how many causes to list; 5 when absent
 * @param maxRisk  leaves fixes above this risk out of the plan; none are left out when absent
 * @param include  the parts of the answer that are wanted; all when absent
 * @param reference the portal's own name for who or what cannot connect, the same when the same machine fails again; only a
 *                 hash of it is kept, to recognise a failure that comes back and to delete the case by
 */
public record DiagnosisRequest(
        List<ReportedSymptom> symptoms,
        Optional<String> text,
        Optional<Integer> limit,
        Optional<Risk> maxRisk,
        Optional<Set<Report.Part>> include,
        Optional<String> reference) {

    /**
     * One observation.
     *
     * @param id    a symptom of the vocabulary
     * @param value one of its choices, a number, a code in any spelling, or {@code unknown}
     */
    public record ReportedSymptom(
            @Schema(required = true) String id,

            @Schema(
                    required = true,
                    oneOf = {String.class, Double.class})
            Object value) {}

    public DiagnosisRequest {
        // Not List.copyOf: it refuses the null of a list such as [null], which must be answered with its place.
        symptoms = symptoms == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(symptoms));
    }
}
