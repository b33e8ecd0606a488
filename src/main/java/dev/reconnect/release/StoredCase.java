package dev.reconnect.release;

import dev.reconnect.fact.Symptom;
import java.util.List;
import java.util.Objects;

/** A diagnosis that was once asked for, without its answer: what it takes to ask for it again. */
public record StoredCase(String id, List<Symptom> symptoms) {

    public StoredCase {
        Objects.requireNonNull(id, "id");
        symptoms = List.copyOf(symptoms);
    }
}
