package dev.reconnect.store;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.PersistenceException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Keeps every diagnosis that was answered, with what it was asked and what answered it. */
@ApplicationScoped
public class CaseStore {

    private final GroupCommit<KeptDiagnosis> writes;

    CaseStore(Database database, StoreSettings settings) {
        this.writes =
                new GroupCommit<>("case-writer", settings.waiting(), settings.batch(), new DiagnosisWriter(database));
    }

    /**
     * Keeps a diagnosis. The first one of an id stays, so that a caller in doubt may try again.
     *
     * @return completes once it is on disk, or with a {@link StoreUnavailableException}
     * @throws StoreUnavailableException if it cannot be taken now
     */
    public CompletableFuture<Void> keep(KeptDiagnosis diagnosis) {
        // Packed here, by many callers at once, and not by the one writer.
        return writes.add(diagnosis.packed());
    }

    /** @throws StoreUnavailableException if the database does not answer */
    public Optional<KeptDiagnosis> find(UUID id) {
        try {
            Optional<DiagnosisRow> row = DiagnosisRow.findByIdOptional(id);
            Optional<DiagnosisText> text = DiagnosisText.findByIdOptional(id);
            Optional<TraceRow> trace = TraceRow.findByIdOptional(id);
            return row.flatMap(narrow -> text.map(wide -> together(narrow, wide, trace)));
        } catch (PersistenceException e) {
            throw new StoreUnavailableException("the database does not answer", e);
        }
    }

    /** How many diagnoses wait to be written. */
    public int waiting() {
        return writes.waiting();
    }

    /** What was taken is written before the service ends. */
    void stop(@Observes ShutdownEvent event) {
        writes.close();
    }

    private static KeptDiagnosis together(DiagnosisRow row, DiagnosisText text, Optional<TraceRow> trace) {
        return new KeptDiagnosis(
                row.id,
                row.madeAt.toInstant(),
                row.release,
                row.priors,
                row.status,
                row.firstCause,
                row.probability,
                trace.map(found -> found.reference).orElse(""),
                trace.map(found -> found.fingerprint).orElse(""),
                Packed.unpack(text.request),
                Packed.unpack(text.answer));
    }
}
