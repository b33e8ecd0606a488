package dev.reconnect.store;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A key as it is kept.
 *
 * @param name    of the person or program that holds it; unique, and what the audit log shows
 * @param hash    SHA-256 of the key as hex digits; the key itself is kept nowhere
 * @param revoked when it ceased to be valid; empty while it is
 */
public record KeptKey(
        UUID id,
        String name,
        String role,
        String hash,
        Instant createdAt,
        String createdBy,
        Optional<Instant> revoked) {

    public KeptKey {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(hash, "hash");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(createdBy, "createdBy");
        Objects.requireNonNull(revoked, "revoked");
    }

    public boolean isValid() {
        return revoked.isEmpty();
    }
}
