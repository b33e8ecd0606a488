package dev.reconnect.rules;

import dev.reconnect.fact.Symptom;
import java.util.Objects;

/**
 * A symptom as the caller stated it. It is what a session holds instead of the symptom itself, which one more rule then
 * concludes from it: so a symptom that is stated and derived by two rules rests on three reasons of one kind, and goes
 * with the last of them. Stating and deriving equal facts side by side confuses Drools' truth maintenance (10.2.0).
 */
record Reported(Symptom symptom) {

    Reported {
        Objects.requireNonNull(symptom, "symptom");
    }
}
