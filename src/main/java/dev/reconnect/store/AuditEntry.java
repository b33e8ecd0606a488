package dev.reconnect.store;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * That somebody changed something.
 *
 * @param who     name of a key; {@code files} for what came from the folders
 * @param what    such as {@code activate-release}
 * @param was     what it was before, such as the id of a release; may be empty
 * @param becomes what it is now; may be empty
 * @param note    why; may be empty
 */
public record AuditEntry(
        UUID id, Instant happenedAt, String who, String what, String was, String becomes, String note) {

    public AuditEntry {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(happenedAt, "happenedAt");
        Objects.requireNonNull(who, "who");
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(was, "was");
        Objects.requireNonNull(becomes, "becomes");
        Objects.requireNonNull(note, "note");
    }
}
