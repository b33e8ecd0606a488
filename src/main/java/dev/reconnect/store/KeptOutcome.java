package dev.reconnect.store;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * One report on what became of a diagnosis.
 *
 * @param client id of the key that reported it
 * @param key    hash of the caller's idempotency key
 * @param body   what was reported, as JSON; not copied
 */
public record KeptOutcome(UUID diagnosis, Instant reportedAt, String client, String key, byte[] body) {

    public KeptOutcome {
        Objects.requireNonNull(diagnosis, "diagnosis");
        Objects.requireNonNull(reportedAt, "reportedAt");
        Objects.requireNonNull(client, "client");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(body, "body");
    }
}
