package dev.reconnect.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** Deletes cases, with all that was reported on them. */
@ApplicationScoped
public class CaseShredder {

    private static final int BATCH = 500;
    private static final List<String> PARTS = List.of(
            "delete from OutcomeRow o where o.diagnosis in :ids",
            "delete from LessonRow l where l.diagnosis in :ids",
            "delete from TraceRow t where t.diagnosis in :ids",
            "delete from DiagnosisText t where t.id in :ids",
            "delete from DiagnosisRow d where d.id in :ids");

    private final Database database;
    private final Ledger ledger;

    CaseShredder(Database database, Ledger ledger) {
        this.database = database;
        this.ledger = ledger;
    }

    /**
     * Deletes one case and takes back what it taught; versions of the priors that were made with it stay.
     *
     * @param entries reads what a lesson added to the ledger
     * @return false if there is none of this id
     */
    @Transactional
    public boolean delete(UUID id, Function<KeptLesson, List<LedgerEntry>> entries) {
        database.open();
        return reading(() -> {
            LessonRow.<LessonRow>findByIdOptional(id)
                    .ifPresent(row -> ledger.add(entries.apply(row.kept()).stream()
                            .map(LedgerEntry::negated)
                            .toList()));
            return delete(List.of(id)) > 0;
        });
    }

    /** The cases that a portal knows by this name, given as the hash that is kept. */
    public List<UUID> named(String reference) {
        return reading(() -> TraceRow.getEntityManager()
                .createQuery("select t.diagnosis from TraceRow t where t.reference = :reference", UUID.class)
                .setParameter("reference", reference)
                .getResultList());
    }

    /**
     * Deletes some of the cases before a time; the sums that they went into stay, because they name nobody.
     *
     * @return how many; 0 when none are left
     */
    @Transactional
    public int deleteBefore(Instant end) {
        database.open();
        return reading(() -> {
            List<UUID> old = DiagnosisRow.getEntityManager()
                    .createQuery("select d.id from DiagnosisRow d where d.madeAt < :end order by d.madeAt", UUID.class)
                    .setParameter("end", end.atOffset(ZoneOffset.UTC))
                    .setMaxResults(BATCH)
                    .getResultList();
            return old.isEmpty() ? 0 : delete(old);
        });
    }

    private static int delete(List<UUID> ids) {
        int last = 0;
        for (String part : PARTS) {
            last = DiagnosisRow.getEntityManager()
                    .createQuery(part)
                    .setParameter("ids", ids)
                    .executeUpdate();
        }
        return last;
    }

    private static <T> T reading(Supplier<T> read) {
        try {
            return read.get();
        } catch (PersistenceException e) {
            throw new StoreUnavailableException("the database does not answer", e);
        }
    }
}
