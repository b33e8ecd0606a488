package dev.reconnect.intake;

import dev.reconnect.fact.Symptom;
import java.util.Objects;

/**
 * A symptom with the place of the text that says so.
 *
 * @param start offset of the first character in the text as it was given
 * @param end   offset behind the last character
 * @param quote what stands there, with names and addresses masked
 */
public record Extracted(Symptom symptom, int start, int end, String quote) {

    public Extracted {
        Objects.requireNonNull(symptom, "symptom");
        Objects.requireNonNull(quote, "quote");
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("no place in a text: " + start + " to " + end);
        }
    }
}
