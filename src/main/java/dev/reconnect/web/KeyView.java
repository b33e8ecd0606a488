package dev.reconnect.web;

import dev.reconnect.store.KeptKey;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A key as it is listed.
 *
 * @param key the key itself; only in the answer that made it
 */
@Schema(name = "Key")
public record KeyView(
        UUID id,
        String name,
        String role,
        Instant createdAt,
        String createdBy,
        Optional<Instant> revokedAt,
        Optional<String> key) {

    static KeyView of(KeptKey kept) {
        return of(kept, Optional.empty());
    }

    static KeyView of(KeptKey kept, Optional<String> secret) {
        return new KeyView(
                kept.id(), kept.name(), kept.role(), kept.createdAt(), kept.createdBy(), kept.revoked(), secret);
    }
}
