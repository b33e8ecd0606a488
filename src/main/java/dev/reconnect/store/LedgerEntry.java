package dev.reconnect.store;

import java.util.Objects;

/**
 * Numbers to be added to the running sums of one day. What {@code a}, {@code b} and the numbers mean depends on the kind.
 *
 * @param day    days since 1970-01-01, UTC
 * @param client whose reports they come from; empty where that does not matter
 */
public record LedgerEntry(
        String kind, long day, String client, String a, String b, long n1, long n2, long n3, long n4) {

    public LedgerEntry {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(client, "client");
        Objects.requireNonNull(a, "a");
        Objects.requireNonNull(b, "b");
    }

    /** What takes this entry back. */
    public LedgerEntry negated() {
        return new LedgerEntry(kind, day, client, a, b, -n1, -n2, -n3, -n4);
    }

    /** A fixed order: whoever changes several sums takes them in the same order as everybody else, so that none deadlock. */
    String key() {
        return kind + '\n' + day + '\n' + client + '\n' + a + '\n' + b;
    }

    /** Both together, under the name of this one. */
    public LedgerEntry plus(LedgerEntry more) {
        return new LedgerEntry(kind, day, client, a, b, n1 + more.n1, n2 + more.n2, n3 + more.n3, n4 + more.n4);
    }
}
