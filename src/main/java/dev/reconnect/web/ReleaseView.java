package dev.reconnect.web;

import dev.reconnect.knowledge.Flaw;
import dev.reconnect.release.Release;
import dev.reconnect.store.KeptRelease;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A release as it is listed.
 *
 * @param publishedAt absent when the store cannot say
 * @param active      whether this service answers with it
 * @param counts      what it holds; only for the active one
 * @param folderFlaws what keeps newer files in the folders from answering; only for the active one
 */
public record ReleaseView(
        String id,
        String digest,
        Optional<Instant> publishedAt,
        Optional<String> publishedBy,
        Optional<String> note,
        boolean active,
        Optional<Counts> counts,
        Optional<List<Flaw>> folderFlaws) {

    public record Counts(int rules, int causes, int symptoms, int fixes, int codes, int cases) {

        static Counts of(Release release) {
            return new Counts(
                    release.rules().size(),
                    release.knowledge().causes().size(),
                    release.knowledge().symptoms().size(),
                    release.knowledge().fixes().size(),
                    release.knowledge().codes().size(),
                    release.knowledge().cases().size());
        }
    }

    static ReleaseView of(KeptRelease kept, Release active) {
        boolean answers = kept.id().equals(active.id());
        return new ReleaseView(
                kept.id(),
                kept.digest(),
                Optional.of(kept.publishedAt()),
                Optional.of(kept.publishedBy()),
                Optional.of(kept.note()),
                answers,
                answers ? Optional.of(Counts.of(active)) : Optional.empty(),
                Optional.empty());
    }

    /** What is known of the active release without the store. */
    static ReleaseView of(Release active) {
        return new ReleaseView(
                active.id(),
                active.digest(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true,
                Optional.of(Counts.of(active)),
                Optional.empty());
    }

    ReleaseView with(List<Flaw> flaws) {
        return flaws.isEmpty()
                ? this
                : new ReleaseView(id, digest, publishedAt, publishedBy, note, active, counts, Optional.of(flaws));
    }
}
