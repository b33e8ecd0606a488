package dev.reconnect.knowledge;

import java.util.List;

/** A piece of a YAML file with its place, so that every flaw can point at it. Lines and columns start at 1. */
sealed interface Node {

    int line();

    int column();

    /**
     * A single value.
     *
     * @param text as written, unquoted
     * @param absent whether nothing stands there ({@code key:} and no more, or {@code null})
     */
    record Scalar(int line, int column, String text, boolean absent) implements Node {}

    record Sequence(int line, int column, List<Node> items) implements Node {}

    record Mapping(int line, int column, List<Entry> entries) implements Node {}

    /** A key, where it stands, and what belongs to it. */
    record Entry(int line, int column, String key, Node value) {}

    /** What an author would call it. */
    default String kind() {
        if (this instanceof Scalar scalar) {
            return scalar.absent() ? "nothing" : "a single value";
        }
        return this instanceof Sequence ? "a list" : "a block of keys";
    }
}
