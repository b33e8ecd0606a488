package dev.reconnect.fact;

import java.util.List;
import java.util.Objects;

/**
 * A rule's word on which variant of a fix suits this case: a portal action where the console cannot be reached, the
 * PAM server instead of the host.
 *
 * @param rule     the rule that concluded it; empty until a session records it
 * @param fix      the id of the fix
 * @param suitable whether the fix suits the case; one that does not is left out of the plan, with the reason given
 * @param reason   why, in plain words
 * @param symptoms what it rests on
 */
public record Advice(String rule, String fix, boolean suitable, String reason, List<Symptom> symptoms)
        implements Conclusion {

    public Advice {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(fix, "fix");
        Objects.requireNonNull(reason, "reason");
        symptoms = List.copyOf(symptoms);
    }

    /** This fix is the variant to take here: it comes before the other fixes of the same cause. */
    public static Advice prefers(String fix, String reason, Symptom... on) {
        return new Advice("", fix, true, reason, List.of(on));
    }

    /** This fix cannot be done here: it is left out of the plan. */
    public static Advice excludes(String fix, String reason, Symptom... on) {
        return new Advice("", fix, false, reason, List.of(on));
    }
}
