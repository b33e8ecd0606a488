package dev.reconnect.store;

import java.nio.file.Path;
import java.util.Objects;

/**
 * What the store must be told.
 *
 * @param data    the folder of the embedded database
 * @param waiting how many diagnoses may wait to be written; the next one is refused
 * @param batch   the most diagnoses of one commit
 */
public record StoreSettings(Path data, int waiting, int batch) {

    public StoreSettings {
        Objects.requireNonNull(data, "data");
        if (waiting < 1 || batch < 1) {
            throw new IllegalArgumentException(
                    "waiting and batch must be at least 1 but are " + waiting + ", " + batch);
        }
    }
}
