package dev.reconnect.store;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Keeps the hashes of API keys, and writes down who made or revoked one. */
@ApplicationScoped
public class KeyStore {

    private final Database database;

    KeyStore(Database database) {
        this.database = database;
    }

    /** All that ever were, oldest first. */
    public List<KeptKey> list() {
        database.open();
        return guarded(() -> ApiKeyRow.<ApiKeyRow>listAll(Sort.ascending("createdAt", "id")).stream()
                .map(KeyStore::kept)
                .toList());
    }

    /** @return false if another key has this name */
    @Transactional
    public boolean add(KeptKey key) {
        database.open();
        return guarded(() -> {
            if (ApiKeyRow.count("name", key.name()) > 0) {
                return false;
            }
            ApiKeyRow row = new ApiKeyRow();
            row.id = key.id();
            row.name = key.name();
            row.role = key.role();
            row.hash = key.hash();
            row.createdAt = key.createdAt().atOffset(ZoneOffset.UTC);
            row.createdBy = key.createdBy();
            row.persist();
            AuditRow.note(key.createdBy(), "add-key", "", key.name() + " (" + key.role() + ")", "");
            return true;
        });
    }

    /** @return empty if there is no such key, or it was revoked before */
    @Transactional
    public Optional<KeptKey> revoke(UUID id, String who, Instant when) {
        return guarded(() -> {
            Optional<ApiKeyRow> row = ApiKeyRow.<ApiKeyRow>findByIdOptional(id).filter(key -> key.revokedAt == null);
            row.ifPresent(key -> {
                key.revokedAt = when.atOffset(ZoneOffset.UTC);
                AuditRow.note(who, "revoke-key", key.name + " (" + key.role + ")", "", "");
            });
            return row.map(KeyStore::kept);
        });
    }

    private static <T> T guarded(Supplier<T> work) {
        try {
            return work.get();
        } catch (PersistenceException e) {
            throw new StoreUnavailableException("the database does not answer", e);
        }
    }

    private static KeptKey kept(ApiKeyRow row) {
        return new KeptKey(
                row.id,
                row.name,
                row.role,
                row.hash,
                row.createdAt.toInstant(),
                row.createdBy,
                Optional.ofNullable(row.revokedAt).map(at -> at.toInstant()));
    }
}
