package dev.reconnect.web;

import dev.reconnect.diagnosis.Outcome;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of a diagnosis.
 *
 * @param tried     the fixes of the plan, with what came of them
 * @param confirmed the cause that it turned out to be; {@code other} for one that is not known here
 * @param excluded  causes that it turned out not to be
 * @param minutes   hands-on time, for a single fix without a time of its own
 * @param note      for whoever reads the case; kept with names, addresses and secrets masked
 */
public record OutcomeRequest(
        List<TriedFix> tried,
        Optional<String> confirmed,
        List<String> excluded,
        Optional<Double> minutes,
        Optional<String> note) {

    /** One fix. */
    public record TriedFix(
            @Schema(required = true) String fix,
            @Schema(required = true) Outcome.Result result,
            Optional<Double> minutes) {

        Outcome.Tried tried() {
            return new Outcome.Tried(fix, result, minutes);
        }
    }

    public OutcomeRequest {
        tried = tried == null ? List.of() : List.copyOf(tried);
        excluded = excluded == null ? List.of() : List.copyOf(excluded);
    }
}
