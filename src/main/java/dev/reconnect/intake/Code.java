package dev.reconnect.intake;

import java.util.Objects;

/**
 * An error code as it was given, and in the one spelling that rules compare with.
 *
 * @param given     as it was written
 * @param value     lower-case hex without leading zeros, such as {@code 0x904}; as given where no number could be read
 * @param extended  the second code of a pair such as {@code 0x904/0x7}, in the same spelling; empty without one
 * @param malformed whether no number could be read
 */
public record Code(String given, String value, String extended, boolean malformed) {

    public Code {
        Objects.requireNonNull(given, "given");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(extended, "extended");
    }

    /** Both codes as {@code 0x904/0x7}; just the one where there is no second. */
    public String pair() {
        return extended.isEmpty() ? value : value + "/" + extended;
    }
}
