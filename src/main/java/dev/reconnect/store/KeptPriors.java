package dev.reconnect.store;

import java.time.Instant;
import java.util.Objects;

/**
 * One version of what was learned.
 *
 * @param id     made from its content
 * @param counts what it holds, as JSON; not copied
 */
public record KeptPriors(String id, Instant madeAt, String reason, byte[] counts) {

    public KeptPriors {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(madeAt, "madeAt");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(counts, "counts");
    }
}
