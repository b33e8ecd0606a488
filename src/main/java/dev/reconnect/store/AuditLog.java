package dev.reconnect.store;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Who changed what, when, from what to what. Entries are only ever added. */
@ApplicationScoped
public class AuditLog {

    private final Database database;

    AuditLog(Database database) {
        this.database = database;
    }

    /** For a change that no other door of the store writes down itself. */
    @Transactional
    public void add(String who, String what, String was, String becomes, String note) {
        database.open();
        try {
            AuditRow.note(who, what, was, becomes, note);
        } catch (PersistenceException e) {
            throw new StoreUnavailableException("the database does not answer", e);
        }
    }

    /** Newest first, of what happened before {@code end}. */
    public List<AuditEntry> list(Instant end, int most) {
        try {
            return AuditRow.<AuditRow>find(
                            "happenedAt < ?1", Sort.descending("happenedAt", "id"), end.atOffset(ZoneOffset.UTC))
                    .page(0, most)
                    .stream()
                    .map(AuditRow::entry)
                    .toList();
        } catch (PersistenceException e) {
            throw new StoreUnavailableException("the database does not answer", e);
        }
    }
}
