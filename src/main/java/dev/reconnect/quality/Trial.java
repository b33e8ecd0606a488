package dev.reconnect.quality;

import dev.reconnect.fact.Symptom;
import dev.reconnect.knowledge.Case;
import java.util.List;
import java.util.Objects;

/**
 * A case whose cause is known, to measure a diagnosis against.
 *
 * @param family     what it is counted under
 * @param text       what the user pasted; may be empty
 * @param symptoms   what was known when asking; may be empty
 * @param acceptable causes that count as right too where the measure is lenient
 */
public record Trial(
        String id, String family, String text, List<Symptom> symptoms, String cause, List<String> acceptable) {

    public Trial {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(family, "family");
        Objects.requireNonNull(text, "text");
        symptoms = List.copyOf(symptoms);
        Objects.requireNonNull(cause, "cause");
        acceptable = List.copyOf(acceptable);
    }

    /** A resolved case of {@code knowledge/cases/<family>}. */
    public static Trial of(Case resolved) {
        String[] path = resolved.file().split("/");
        return new Trial(
                resolved.name(),
                path[path.length - 2],
                resolved.text(),
                resolved.symptoms(),
                resolved.cause(),
                resolved.acceptable());
    }

    boolean isRight(String diagnosed, boolean lenient) {
        return cause.equals(diagnosed) || lenient && acceptable.contains(diagnosed);
    }
}
