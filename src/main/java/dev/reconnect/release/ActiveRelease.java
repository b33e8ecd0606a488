package dev.reconnect.release;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The one place that says which release answers. Activation is one atomic swap; nothing waits for it. */
public final class ActiveRelease {

    private final AtomicReference<Release> active = new AtomicReference<>();

    /** Empty until the first release is built. */
    public Optional<Release> find() {
        return Optional.ofNullable(active.get());
    }

    /** @throws NoReleaseException if none is built yet */
    public Release get() {
        return find().orElseThrow(NoReleaseException::new);
    }

    public void activate(Release release) {
        active.set(release);
    }
}
