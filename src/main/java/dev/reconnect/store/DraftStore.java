package dev.reconnect.store;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Keeps drafts, so that any replica can publish what another one checked. */
@ApplicationScoped
public class DraftStore {

    private final Database database;

    DraftStore(Database database) {
        this.database = database;
    }

    /** @throws StoreUnavailableException if the database does not answer */
    @Transactional
    public void keep(KeptDraft draft) {
        database.open();
        guarded(() -> {
            DraftRow row = new DraftRow();
            row.id = draft.id();
            row.base = draft.base();
            row.madeAt = draft.madeAt().atOffset(ZoneOffset.UTC);
            row.author = draft.author();
            row.authorKey = draft.authorKey();
            row.note = draft.note();
            row.files = draft.files();
            row.report = draft.report();
            row.published = draft.published();
            row.persistAndFlush();
            return row;
        });
    }

    public Optional<KeptDraft> find(String id) {
        return guarded(() -> DraftRow.<DraftRow>findByIdOptional(id).map(DraftStore::kept));
    }

    /** Newest first. */
    public List<KeptDraft> list(int most) {
        return guarded(() -> DraftRow.<DraftRow>findAll(Sort.descending("madeAt", "id")).page(0, most).stream()
                .map(DraftStore::kept)
                .toList());
    }

    @Transactional
    public void published(String id, String release) {
        guarded(() -> DraftRow.update("published = ?1 where id = ?2", release, id));
    }

    /** Drafts that became nothing are dropped; those that were published stay. */
    @Transactional
    public long dropOlderThan(Instant day) {
        return guarded(() -> DraftRow.delete("published = '' and madeAt < ?1", day.atOffset(ZoneOffset.UTC)));
    }

    private static <T> T guarded(Supplier<T> work) {
        try {
            return work.get();
        } catch (PersistenceException e) {
            throw new StoreUnavailableException("the database does not answer", e);
        }
    }

    private static KeptDraft kept(DraftRow row) {
        return new KeptDraft(
                row.id,
                row.base,
                row.madeAt.toInstant(),
                row.author,
                row.authorKey,
                row.note,
                row.files,
                row.report,
                row.published);
    }
}
