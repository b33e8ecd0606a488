package dev.reconnect.fact;

import java.util.Objects;

/**
 * One observation about a failed connection, asserted as a fact for the rules to read.
 *
 * @param id     a symptom of the vocabulary in {@code knowledge/symptoms}, such as {@code host.certificate}
 * @param value  one of the symptom's choices, a normalised code, or the number as written; {@link #UNKNOWN} when it was
 *               asked and nobody knows, which is not the same as a symptom that was never reported
 * @param number the value in the unit that the vocabulary declares; {@code NaN} when the symptom is no number
 */
public record Symptom(String id, String value, double number) {

    /** The value of a symptom that was asked about and that nobody knows. No rule may read it as a no. */
    public static final String UNKNOWN = "unknown";

    public Symptom {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(value, "value");
    }

    /** A symptom with a choice or a code as its value. */
    public Symptom(String id, String value) {
        this(id, value, Double.NaN);
    }

    /**
     * A symptom that follows from others: the verb of rules in {@code rules/derive}.
     *
     * @param from the symptoms that it follows from, at least one
     */
    public static Symptom derives(String id, String value, Symptom... from) {
        if (from.length == 0) {
            throw new IllegalArgumentException("a derived symptom must name what it follows from: " + id);
        }
        return new Symptom(id, value);
    }

    public boolean isUnknown() {
        return UNKNOWN.equals(value);
    }
}
