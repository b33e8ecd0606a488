package dev.reconnect.web;

import dev.reconnect.store.KeptPriors;
import java.time.Instant;
import java.util.Optional;

/**
 * A version of the priors as it is listed.
 *
 * @param madeAt  absent for the authors' words, which come with the release
 * @param active  whether this service answers with it
 * @param follows whether newer versions take its place by themselves; only for the active one
 */
public record PriorsView(
        String id, Optional<Instant> madeAt, Optional<String> reason, boolean active, Optional<Boolean> follows) {

    static PriorsView of(KeptPriors kept, String active, boolean follows) {
        boolean answers = kept.id().equals(active);
        return new PriorsView(
                kept.id(),
                Optional.of(kept.madeAt()),
                Optional.of(kept.reason()),
                answers,
                answers ? Optional.of(follows) : Optional.empty());
    }

    static PriorsView authored(String active, boolean follows) {
        boolean answers = PriorsKeeper.AUTHORED.equals(active);
        return new PriorsView(
                PriorsKeeper.AUTHORED,
                Optional.empty(),
                Optional.empty(),
                answers,
                answers ? Optional.of(follows) : Optional.empty());
    }
}
