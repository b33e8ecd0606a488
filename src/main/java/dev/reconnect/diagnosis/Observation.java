package dev.reconnect.diagnosis;

import dev.reconnect.fact.Symptom;
import java.util.Objects;

/** A symptom with where it comes from. */
public record Observation(Symptom symptom, Origin origin) {

    public Observation {
        Objects.requireNonNull(symptom, "symptom");
        Objects.requireNonNull(origin, "origin");
    }
}
