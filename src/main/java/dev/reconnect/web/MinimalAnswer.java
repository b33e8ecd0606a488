package dev.reconnect.web;

import dev.reconnect.diagnosis.Diagnosis;
import dev.reconnect.diagnosis.Status;
import java.util.List;

/** The least that says what came out, for callers who prefer {@code return=minimal}. */
public record MinimalAnswer(
        String id,
        Diagnosis.ReleaseName release,
        String priors,
        Status status,
        List<ProbableCause> causes,
        double other,
        boolean stored) {

    public record ProbableCause(String id, double probability) {}

    static MinimalAnswer of(Diagnosis diagnosis, boolean stored) {
        return new MinimalAnswer(
                diagnosis.id(),
                diagnosis.release(),
                diagnosis.priors(),
                diagnosis.status(),
                diagnosis.causes().stream()
                        .map(cause -> new ProbableCause(cause.id(), cause.probability()))
                        .toList(),
                diagnosis.other(),
                stored);
    }
}
