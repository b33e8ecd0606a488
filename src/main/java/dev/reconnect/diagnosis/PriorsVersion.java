package dev.reconnect.diagnosis;

import java.util.Objects;
import java.util.Optional;

/**
 * A version of the priors under its name, apart from any release.
 *
 * @param learned empty for the authors' words alone
 */
public record PriorsVersion(String id, Optional<Learned> learned) {

    /** Before any outcome, and to go back to. */
    public static final PriorsVersion AUTHORED = new PriorsVersion("authored", Optional.empty());

    public PriorsVersion {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(learned, "learned");
    }

    public LearnedPriors on(Priors authored) {
        return learned.map(lessons -> lessons.on(id, authored)).orElseGet(() -> LearnedPriors.everywhere(authored));
    }
}
