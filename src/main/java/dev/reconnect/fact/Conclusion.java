package dev.reconnect.fact;

import java.util.List;

/** What a rule says about the case: about a cause, about a fix, or to the reader. Derived symptoms are {@link Symptom}s. */
public sealed interface Conclusion permits Evidence, Advice, Warning {

    /** The rule that concluded it, such as {@code rdp-cert-expired/seen-expired}; empty until a session records it. */
    String rule();

    /** The symptoms that it rests on, at least one. */
    List<Symptom> symptoms();
}
