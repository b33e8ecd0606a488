package dev.reconnect.web;

import dev.reconnect.store.KeptKey;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Decides whether a call may be made with the key that it brings, or without one. */
@Singleton
class Admission {

    private static final String SCHEME = "Bearer ";

    private final Keyring keys;

    Admission(Keyring keys) {
        this.keys = keys;
    }

    /**
     * @param key     the caller's, when it is valid
     * @param refusal why the call may not be made; empty when it may
     */
    record Decision(Optional<KeptKey> key, Optional<Problem> refusal) {}

    /** @param authorization the header of that name */
    Decision decide(Optional<String> authorization, Role needed) {
        Optional<KeptKey> key = authorization
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .flatMap(header -> keys.find(header.substring(SCHEME.length()).strip()));
        if (authorization.isPresent() && key.isEmpty()) {
            return new Decision(key, notSignedIn("This key is not valid, or no longer."));
        }
        if (key.isPresent()) {
            String role = key.get().role();
            boolean covered = Role.of(role).filter(has -> has.covers(needed)).isPresent();
            return new Decision(key, covered ? Optional.empty() : notAllowed(needed, role));
        }
        boolean open = keys.anonymous().filter(role -> role.covers(needed)).isPresent();
        return new Decision(
                key, open ? Optional.empty() : notSignedIn("This call needs a key of the role " + needed.word() + "."));
    }

    private static Optional<Problem> notSignedIn(String detail) {
        return Optional.of(Problem.of(ProblemType.NOT_SIGNED_IN, detail, "Send Authorization: Bearer <key>."));
    }

    private static Optional<Problem> notAllowed(Role needed, String role) {
        return Optional.of(Problem.of(
                ProblemType.NOT_ALLOWED,
                "This call needs the role " + needed.word() + "; this key has the role " + role + ".",
                "Ask whoever publishes for a key that may."));
    }
}
