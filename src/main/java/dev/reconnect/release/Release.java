package dev.reconnect.release;

import dev.reconnect.knowledge.Knowledge;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One immutable snapshot of all rules and knowledge, ready to diagnose. A request keeps the release that it began with,
 * whatever is activated meanwhile.
 *
 * @param id     short name made from the digest
 * @param digest of the files, {@code sha256:} and 64 hex digits
 * @param files  what it was built from, text by path
 */
public record Release(String id, String digest, SortedMap<String, String> files, Knowledge knowledge) {

    public Release {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(digest, "digest");
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        Objects.requireNonNull(knowledge, "knowledge");
    }
}
