package dev.reconnect.fact;

import java.util.List;
import java.util.Objects;

/**
 * Something the reader must know before anything else: a red flag, or symptoms that contradict each other.
 *
 * @param rule     the rule that concluded it; empty until a session records it
 * @param kind     {@code red-flag}, {@code contradiction} or {@code caution}
 * @param message  what is wrong and what to do about it
 * @param symptoms what it rests on
 */
public record Warning(String rule, String kind, String message, List<Symptom> symptoms) implements Conclusion {

    public Warning {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(message, "message");
        symptoms = List.copyOf(symptoms);
    }

    /** Says something to the reader before any cause or fix. */
    public static Warning warns(String kind, String message, Symptom... on) {
        return new Warning("", kind, message, List.of(on));
    }
}
