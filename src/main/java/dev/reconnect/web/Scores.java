package dev.reconnect.web;

import dev.reconnect.diagnosis.Outcome;
import dev.reconnect.store.KeptDiagnosis;
import dev.reconnect.store.LedgerEntry;
import java.util.Optional;

/** How right a diagnosis was, as an entry of the ledger. */
final class Scores {

    /** a: bin of the probability of the first cause, b: confirmed cause; n1: diagnoses, n2: said, n3: right, n4: squared error. */
    static final String KIND = "scores";

    static final int BINS = 10;
    static final double MILLION = 1_000_000;

    private Scores() {}

    /** Empty while nobody has confirmed a cause. */
    static Optional<LedgerEntry> entry(KeptDiagnosis diagnosis, Outcome outcome, long day) {
        return outcome.confirmed().map(cause -> {
            boolean right = cause.equals(diagnosis.firstCause());
            double said = diagnosis.probability();
            double error = said - (right ? 1 : 0);
            return new LedgerEntry(
                    KIND,
                    day,
                    "",
                    String.valueOf(Math.min(BINS - 1, (int) (said * BINS))),
                    cause,
                    1,
                    Math.round(said * MILLION),
                    right ? 1 : 0,
                    Math.round(error * error * MILLION));
        });
    }
}
