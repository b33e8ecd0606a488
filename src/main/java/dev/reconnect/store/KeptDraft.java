package dev.reconnect.store;

import java.time.Instant;
import java.util.Objects;

/**
 * A draft as it was sent in and checked.
 *
 * @param base      the id of the release that it was checked against
 * @param author    the name of the author's key
 * @param authorKey the id of the author's key
 * @param files     what it changes, as JSON; not copied
 * @param report    what the check found, as JSON, as it was answered; not copied
 * @param published the id of the release that it became; empty until then
 */
public record KeptDraft(
        String id,
        String base,
        Instant madeAt,
        String author,
        String authorKey,
        String note,
        byte[] files,
        byte[] report,
        String published) {

    public KeptDraft {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(base, "base");
        Objects.requireNonNull(madeAt, "madeAt");
        Objects.requireNonNull(author, "author");
        Objects.requireNonNull(authorKey, "authorKey");
        Objects.requireNonNull(note, "note");
        Objects.requireNonNull(files, "files");
        Objects.requireNonNull(report, "report");
        Objects.requireNonNull(published, "published");
    }
}
