package dev.reconnect.web;

import dev.reconnect.store.KeptDraft;
import java.time.Instant;
import java.util.Optional;

/**
 * A draft in a list.
 *
 * @param published the id of the release that it became
 */
public record DraftLine(
        String id, String base, Instant madeAt, String author, String note, Optional<String> published) {

    static DraftLine of(KeptDraft kept) {
        return new DraftLine(
                kept.id(),
                kept.base(),
                kept.madeAt(),
                kept.author(),
                kept.note(),
                Optional.of(kept.published()).filter(release -> !release.isEmpty()));
    }
}
