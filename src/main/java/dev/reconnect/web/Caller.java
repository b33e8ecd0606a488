package dev.reconnect.web;

import dev.reconnect.store.KeptKey;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** Who sent this request. */
@RequestScoped
class Caller {

    static final String ANONYMOUS = "anonymous";

    private Optional<KeptKey> key = Optional.empty();

    void is(KeptKey known) {
        key = Optional.of(known);
    }

    /** The name of the key, for the audit log. */
    String name() {
        return key.map(KeptKey::name).orElse(ANONYMOUS);
    }

    /** The id of the key; empty for a caller without one. */
    String keyId() {
        return key.map(known -> known.id().toString()).orElse("");
    }
}
