package dev.reconnect.store;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Keeps every version of what was learned, and which one answers. */
@ApplicationScoped
public class PriorsStore {

    /**
     * @param priors  the version that answers
     * @param follows whether newer versions take its place by themselves
     */
    public record Choice(String priors, boolean follows) {}

    private final Database database;

    PriorsStore(Database database) {
        this.database = database;
    }

    /** Keeps a version; one that is kept already stays as it is. It answers at once unless somebody chose another. */
    @Transactional
    public void learned(KeptPriors version, String who) {
        database.open();
        reading(() -> {
            if (PriorsRow.findByIdOptional(version.id()).isEmpty()) {
                PriorsRow row = new PriorsRow();
                row.id = version.id();
                row.madeAt = version.madeAt().atOffset(ZoneOffset.UTC);
                row.reason = version.reason();
                row.counts = Packed.pack(version.counts());
                row.persist();
            }
            if (choice().map(Choice::follows).orElse(true)) {
                choose(version.id(), true, who);
            }
            return version;
        });
    }

    /**
     * Makes a version answer.
     *
     * @param follows whether newer versions take its place by themselves
     */
    @Transactional
    public void activate(String id, boolean follows, String who, String note) {
        database.open();
        reading(() -> {
            String was = choice().map(Choice::priors).orElse("");
            choose(id, follows, who);
            AuditRow.note(who, "activate-priors", was, id, note);
            return id;
        });
    }

    /** Newest first. */
    public List<KeptPriors> list(int most) {
        return reading(() -> PriorsRow.<PriorsRow>findAll(Sort.descending("madeAt", "id")).page(0, most).stream()
                .map(PriorsRow::kept)
                .toList());
    }

    public Optional<KeptPriors> find(String id) {
        return reading(() -> PriorsRow.<PriorsRow>findByIdOptional(id).map(PriorsRow::kept));
    }

    /** Empty before anything was learned. */
    public Optional<Choice> choice() {
        return reading(() -> ActivePriorsRow.<ActivePriorsRow>findByIdOptional(ActivePriorsRow.SLOT)
                .map(row -> new Choice(row.priors, row.follows)));
    }

    private static void choose(String id, boolean follows, String who) {
        ActivePriorsRow row = ActivePriorsRow.<ActivePriorsRow>findByIdOptional(ActivePriorsRow.SLOT)
                .orElseGet(ActivePriorsRow::new);
        row.slot = ActivePriorsRow.SLOT;
        row.priors = id;
        row.follows = follows;
        row.activatedAt = OffsetDateTime.now(ZoneOffset.UTC);
        row.activatedBy = who;
        row.persist();
    }

    private static <T> T reading(Supplier<T> read) {
        try {
            return read.get();
        } catch (PersistenceException e) {
            throw new StoreUnavailableException("the database does not answer", e);
        }
    }
}
