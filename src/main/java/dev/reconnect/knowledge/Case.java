package dev.reconnect.knowledge;

import dev.reconnect.fact.Symptom;
import java.util.List;
import java.util.Objects;

/**
 * Symptoms with what must come of them: a test of a rule, or a resolved case from history.
 *
 * @param file       where it stands
 * @param line       1-based line of its name
 * @param symptoms   what was observed; may be empty when {@code text} is not
 * @param text       what the user pasted; may be empty
 * @param cause      the cause that it is about
 * @param acceptable causes that an expert would accept as well; may be empty
 * @param expect     where the cause must end up
 * @param fires      full names of rules that must fire
 * @param silent     full names of rules that must not fire: the near miss
 */
public record Case(
        String file,
        int line,
        String name,
        List<Symptom> symptoms,
        String text,
        String cause,
        List<String> acceptable,
        Expect expect,
        List<String> fires,
        List<String> silent,
        String source) {

    /** Where the cause must end up in the ranking. */
    public enum Expect {
        /** First. */
        FIRST,
        /** Among the first three. */
        TOP_3,
        /** Not first. */
        NOT_FIRST,
        /** Below one per mille. */
        RULED_OUT,
        /** Anywhere: only what fires is looked at, or the case is only counted in the quality report. */
        ANY
    }

    public Case {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(name, "name");
        symptoms = List.copyOf(symptoms);
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(cause, "cause");
        acceptable = List.copyOf(acceptable);
        Objects.requireNonNull(expect, "expect");
        fires = List.copyOf(fires);
        silent = List.copyOf(silent);
        Objects.requireNonNull(source, "source");
    }
}
