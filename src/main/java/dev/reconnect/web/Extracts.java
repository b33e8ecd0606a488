package dev.reconnect.web;

import dev.reconnect.intake.Extracted;
import dev.reconnect.intake.Extraction;
import java.util.List;

/**
 * The symptoms that a text speaks of.
 *
 * @param symptoms in the order of the text, ready to be reported
 * @param notes    what is to be known about the reading itself
 */
public record Extracts(List<Symptom> symptoms, List<Extraction.Note> notes) {

    public record Symptom(String id, String value, Place source) {}

    /**
     * Where it stands.
     *
     * @param quote with names and addresses masked
     */
    public record Place(int start, int end, String quote) {}

    static Extracts of(Extraction extraction) {
        return new Extracts(
                extraction.symptoms().stream().map(Extracts::symptom).toList(), extraction.notes());
    }

    private static Symptom symptom(Extracted found) {
        return new Symptom(
                found.symptom().id(), found.symptom().value(), new Place(found.start(), found.end(), found.quote()));
    }
}
