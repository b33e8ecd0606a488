package dev.reconnect.release;

import java.time.Duration;

/** How long a check may take. Asked between its steps, each of which is short. */
public final class Deadline {

    /** The check took longer than it may. */
    public static final class Passed extends RuntimeException {

        private static final long serialVersionUID = 1;

        private Passed(Duration allowed) {
            super("the check took longer than " + allowed.toMillis() + " ms");
        }
    }

    private final Duration allowed;
    private final long end;

    private Deadline(Duration allowed) {
        this.allowed = allowed;
        this.end = System.nanoTime() + allowed.toNanos();
    }

    public static Deadline in(Duration allowed) {
        return new Deadline(allowed);
    }

    /** Far enough away for a person at a command line. */
    public static Deadline ofAnHour() {
        return in(Duration.ofHours(1));
    }

    public boolean hasPassed() {
        return System.nanoTime() - end > 0;
    }

    /** @throws Passed if it has passed */
    public void check() {
        if (hasPassed()) {
            throw new Passed(allowed);
        }
    }
}
