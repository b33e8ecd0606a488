package dev.reconnect.store;

import java.time.Instant;
import java.util.Objects;

/**
 * A release as it was published.
 *
 * @param digest      of its files
 * @param publishedBy {@code files} for one that was read from the folders, otherwise the name of the publisher's key
 * @param note        why; may be empty
 */
public record KeptRelease(String id, String digest, Instant publishedAt, String publishedBy, String note) {

    public KeptRelease {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(digest, "digest");
        Objects.requireNonNull(publishedAt, "publishedAt");
        Objects.requireNonNull(publishedBy, "publishedBy");
        Objects.requireNonNull(note, "note");
    }
}
