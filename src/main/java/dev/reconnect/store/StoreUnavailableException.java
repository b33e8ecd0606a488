package dev.reconnect.store;

/** The store takes nothing at the moment. Whether a write that failed so was kept is unknown: writing it again is safe. */
public final class StoreUnavailableException extends RuntimeException {

    public StoreUnavailableException(String message) {
        super(message);
    }

    public StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
