package dev.reconnect.store;

import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Keeps what became of diagnoses, and the ledger in step with it. */
@ApplicationScoped
public class OutcomeStore {

    /** What is known of a diagnosis after a report. */
    public record Revision(KeptLesson lesson, List<LedgerEntry> changes) {}

    /** Works out what a diagnosis teaches, from all reports on it, oldest first, and what it taught before. */
    public interface Reviser {

        Revision revise(List<KeptOutcome> reports, Optional<KeptLesson> before);
    }

    /** A diagnosis whose confirmed cause was not first. */
    public record Wrong(UUID diagnosis, String confirmed, String first, double probability) {}

    private final Database database;
    private final Ledger ledger;

    OutcomeStore(Database database, Ledger ledger) {
        this.database = database;
        this.ledger = ledger;
    }

    /**
     * Keeps a report and what follows from it, all or nothing. Reports on one diagnosis wait for each other.
     *
     * @return the report that came with the same key before; then nothing has changed
     * @throws StoreUnavailableException if the database does not answer
     */
    @Transactional
    public Optional<KeptOutcome> record(KeptOutcome outcome, Reviser reviser) {
        return reading(() -> {
            lock(outcome.diagnosis());
            Optional<OutcomeRow> earlier = OutcomeRow.<OutcomeRow>find(
                            "diagnosis = ?1 and key = ?2", outcome.diagnosis(), outcome.key())
                    .firstResultOptional();
            if (earlier.isEmpty()) {
                OutcomeRow.keep(outcome);
                revise(outcome.diagnosis(), reviser);
            }
            return earlier.map(OutcomeRow::kept);
        });
    }

    /** Works out anew what a diagnosis teaches. */
    @Transactional
    public void revisit(UUID diagnosis, Reviser reviser) {
        reading(() -> {
            lock(diagnosis);
            revise(diagnosis, reviser);
            return diagnosis;
        });
    }

    /** All reports on a diagnosis, oldest first. */
    public List<KeptOutcome> reports(UUID diagnosis) {
        return reading(() -> rows(diagnosis));
    }

    public Optional<KeptLesson> lesson(UUID diagnosis) {
        return reading(() -> LessonRow.<LessonRow>findByIdOptional(diagnosis).map(LessonRow::kept));
    }

    /** Newest first. */
    public List<Wrong> wrong(int most) {
        return reading(
                () -> LessonRow.<LessonRow>find("wrongDay is not null", Sort.descending("wrongDay", "diagnosis"))
                        .page(0, most)
                        .stream()
                        .map(row -> new Wrong(row.diagnosis, row.confirmed, row.firstCause, row.probability))
                        .toList());
    }

    /**
     * Diagnoses whose fix was said to work, and whose failure was diagnosed again within a week of that.
     *
     * @param since only failures that were diagnosed again after this
     */
    public List<UUID> comeBack(Instant since) {
        return reading(() -> LessonRow.getEntityManager()
                .createQuery(
                        "select distinct l.diagnosis from TraceRow t, LessonRow l where t.madeAt > :since"
                                + " and t.fingerprint <> '' and l.fingerprint = t.fingerprint"
                                + " and l.diagnosis <> t.diagnosis"
                                + " and t.madeAt > l.workedAt and t.madeAt <= l.workedUntil",
                        UUID.class)
                .setParameter("since", since.atOffset(ZoneOffset.UTC))
                .getResultList());
    }

    private void lock(UUID diagnosis) {
        database.open();
        DiagnosisRow.findById(diagnosis, LockModeType.PESSIMISTIC_WRITE);
    }

    private void revise(UUID diagnosis, Reviser reviser) {
        Optional<LessonRow> before = LessonRow.findByIdOptional(diagnosis);
        Revision revision = reviser.revise(rows(diagnosis), before.map(LessonRow::kept));
        LessonRow row = before.orElseGet(LessonRow::new);
        row.take(revision.lesson());
        row.persist();
        ledger.add(revision.changes());
    }

    private static List<KeptOutcome> rows(UUID diagnosis) {
        return OutcomeRow.<OutcomeRow>list("diagnosis", Sort.by("reportedAt", "id"), diagnosis).stream()
                .map(OutcomeRow::kept)
                .toList();
    }

    private static <T> T reading(Supplier<T> read) {
        try {
            return read.get();
        } catch (PersistenceException e) {
            throw new StoreUnavailableException("the database does not answer", e);
        }
    }
}
