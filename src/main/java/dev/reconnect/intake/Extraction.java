package dev.reconnect.intake;

import dev.reconnect.fact.Symptom;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What was read out of a pasted text.
 *
 * @param symptoms in the order of the text, each value once with its first place; values that contradict each other are
 *                 all there
 * @param resembles causes whose description, or whose reports, share words with a text that people wrote; nothing that was
 *                  observed, so it counts in a diagnosis and is no finding of its own
 * @param notes    what the reader should know about the reading itself
 * @param masked   the text with names, addresses and secrets masked: the only form in which it may be stored or logged
 */
public record Extraction(List<Extracted> symptoms, List<Symptom> resembles, List<Note> notes, String masked) {

    public Extraction {
        symptoms = List.copyOf(symptoms);
        resembles = List.copyOf(resembles);
        notes = List.copyOf(notes);
        Objects.requireNonNull(masked, "masked");
    }

    /** All that counts in a diagnosis, each symptom once: what was read and what the text resembles. */
    public List<Symptom> all() {
        return Stream.concat(symptoms.stream().map(Extracted::symptom), resembles.stream())
                .distinct()
                .toList();
    }

    /**
     * A remark about the reading.
     *
     * @param kind    {@code truncated}, {@code malformed-code}, {@code broken-format} or {@code no-evidence}
     * @param message in plain words
     * @param start   where it applies, as for {@link Extracted}
     */
    public record Note(String kind, String message, int start, int end) {

        public Note {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(message, "message");
        }
    }
}
