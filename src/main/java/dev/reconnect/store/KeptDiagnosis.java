package dev.reconnect.store;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * A diagnosis as it was asked and answered: with its release and its priors it can be made again.
 *
 * @param release     the id of the release that answered
 * @param priors      the version of the priors
 * @param status      the word of the diagnosis, such as {@code determined}
 * @param firstCause  the id of the most probable cause; empty when none is listed
 * @param probability of the first cause, between 0 and 1
 * @param reference   hash of the portal's own name for the case; empty when it gave none
 * @param fingerprint by which the same failure is recognised; empty when it cannot be
 * @param request     the report, as JSON; not copied
 * @param answer      what was answered, as JSON, to the byte; not copied
 */
public record KeptDiagnosis(
        UUID id,
        Instant madeAt,
        String release,
        String priors,
        String status,
        String firstCause,
        double probability,
        String reference,
        String fingerprint,
        byte[] request,
        byte[] answer) {

    public KeptDiagnosis {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(madeAt, "madeAt");
        Objects.requireNonNull(release, "release");
        Objects.requireNonNull(priors, "priors");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(firstCause, "firstCause");
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(fingerprint, "fingerprint");
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(answer, "answer");
    }

    /** The same with its long texts as the database takes them. */
    KeptDiagnosis packed() {
        return new KeptDiagnosis(
                id,
                madeAt,
                release,
                priors,
                status,
                firstCause,
                probability,
                reference,
                fingerprint,
                Packed.pack(request),
                Packed.pack(answer));
    }
}
