package dev.reconnect.store;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * What all reports on one diagnosis teach together.
 *
 * @param day         days since 1970-01-01, UTC, of the first report
 * @param firstCause  what the diagnosis said first
 * @param probability of the first cause
 * @param confirmed   what it turned out to be; empty when nobody said
 * @param fingerprint by which the same failure is recognised; empty when it cannot be
 * @param workedAt    when a fix was reported to have worked
 * @param recurred    whether the failure came back after that
 * @param entries     what it added to the ledger, as JSON; not copied
 */
public record KeptLesson(
        UUID diagnosis,
        long day,
        String firstCause,
        double probability,
        String confirmed,
        String fingerprint,
        Optional<Instant> workedAt,
        boolean recurred,
        byte[] entries) {

    public KeptLesson {
        Objects.requireNonNull(diagnosis, "diagnosis");
        Objects.requireNonNull(firstCause, "firstCause");
        Objects.requireNonNull(confirmed, "confirmed");
        Objects.requireNonNull(fingerprint, "fingerprint");
        Objects.requireNonNull(workedAt, "workedAt");
        Objects.requireNonNull(entries, "entries");
    }

    /** Whether the confirmed cause was not first. */
    boolean wasWrong() {
        return !confirmed.isEmpty() && !confirmed.equals(firstCause);
    }
}
