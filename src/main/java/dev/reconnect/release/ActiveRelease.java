package dev.reconnect.release;

import dev.reconnect.diagnosis.PriorsVersion;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The one place that says which release answers, with which priors. Either changes by one atomic swap; nothing waits for it. */
public final class ActiveRelease {

    private record State(Optional<Release> release, PriorsVersion priors) {}

    private final AtomicReference<State> active =
            new AtomicReference<>(new State(Optional.empty(), PriorsVersion.AUTHORED));

    /** Empty until the first release is built. */
    public Optional<Release> find() {
        return active.get().release();
    }

    /** @throws NoReleaseException if none is built yet */
    public Release get() {
        return find().orElseThrow(NoReleaseException::new);
    }

    /** From now on this release answers, with the priors of the one before. */
    public void activate(Release release) {
        active.updateAndGet(state -> new State(Optional.of(release.with(state.priors())), state.priors()));
    }

    /** From now on these priors are used, by this release and those to come. */
    public void use(PriorsVersion priors) {
        active.updateAndGet(state -> new State(state.release().map(release -> release.with(priors)), priors));
    }

    public PriorsVersion priors() {
        return active.get().priors();
    }
}
