package dev.reconnect.release;

/** No release is active: rules and knowledge are still being read, or have flaws. */
public final class NoReleaseException extends RuntimeException {

    public NoReleaseException() {
        super("rules and knowledge are not ready");
    }
}
