package dev.reconnect.fact;

import java.util.List;
import java.util.Objects;

/**
 * A rule's conclusion for or against one cause.
 *
 * @param rule     the rule that concluded it; empty until a session records it
 * @param cause    the id of the cause that it speaks about
 * @param group    what kind of observation it is ("reachability", "certificate", "stage"); within a cause only the
 *                 strongest for and the strongest against of each group count, because they say the same thing
 * @param strength how strongly it speaks
 * @param reason   the condition in plain words, shown to the reader
 * @param symptoms what it rests on
 */
public record Evidence(
        String rule, String cause, String group, Strength strength, String reason, List<Symptom> symptoms)
        implements Conclusion {

    public Evidence {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(strength, "strength");
        Objects.requireNonNull(reason, "reason");
        symptoms = List.copyOf(symptoms);
    }

    /** Ten times the base-10 logarithm of the likelihood ratio. */
    public int decibans() {
        return strength.decibans();
    }

    /** The check that defines the cause came out positive: +30 dB. */
    public static Evidence confirms(String cause, String group, String reason, Symptom... on) {
        return of(Strength.CONFIRMS, cause, group, reason, on);
    }

    /** Rarely seen without the cause: +15 dB. */
    public static Evidence stronglySupports(String cause, String group, String reason, Symptom... on) {
        return of(Strength.STRONGLY_SUPPORTS, cause, group, reason, on);
    }

    /** Typical of the cause: +10 dB. */
    public static Evidence supports(String cause, String group, String reason, Symptom... on) {
        return of(Strength.SUPPORTS, cause, group, reason, on);
    }

    /** A little more common with the cause: +5 dB. */
    public static Evidence hintsAt(String cause, String group, String reason, Symptom... on) {
        return of(Strength.HINTS_AT, cause, group, reason, on);
    }

    /** Seen a little less with the cause: -5 dB. */
    public static Evidence speaksWeaklyAgainst(String cause, String group, String reason, Symptom... on) {
        return of(Strength.SPEAKS_WEAKLY_AGAINST, cause, group, reason, on);
    }

    /** Seen less with the cause: -10 dB. */
    public static Evidence speaksAgainst(String cause, String group, String reason, Symptom... on) {
        return of(Strength.SPEAKS_AGAINST, cause, group, reason, on);
    }

    /** Rarely seen with the cause: -15 dB. */
    public static Evidence speaksStronglyAgainst(String cause, String group, String reason, Symptom... on) {
        return of(Strength.SPEAKS_STRONGLY_AGAINST, cause, group, reason, on);
    }

    /** Impossible together with the cause: -40 dB. */
    public static Evidence rulesOut(String cause, String group, String reason, Symptom... on) {
        return of(Strength.RULES_OUT, cause, group, reason, on);
    }

    private static Evidence of(Strength strength, String cause, String group, String reason, Symptom... on) {
        return new Evidence("", cause, group, strength, reason, List.of(on));
    }
}
