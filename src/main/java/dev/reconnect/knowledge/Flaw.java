package dev.reconnect.knowledge;

import java.util.Comparator;
import java.util.Objects;

/**
 * Something wrong in a file, for its author: the place and the remedy.
 *
 * @param file     path below the project, such as {@code rules/certificate/rdp-cert-expired.drl}
 * @param line     1-based
 * @param column   1-based
 * @param severity an error keeps the release from being built, a warning does not
 * @param code     stable name of the kind of flaw, such as {@code unknown-symptom}
 * @param message  what is wrong
 * @param hint     what to do; never empty
 * @param excerpt  the line in question, as written
 */
public record Flaw(
        String file, int line, int column, Severity severity, String code, String message, String hint, String excerpt)
        implements Comparable<Flaw> {

    public enum Severity {
        ERROR,
        WARNING
    }

    private static final Comparator<Flaw> ORDER = Comparator.comparing(Flaw::file)
            .thenComparingInt(Flaw::line)
            .thenComparingInt(Flaw::column)
            .thenComparing(Flaw::code)
            .thenComparing(Flaw::message);

    public Flaw {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(excerpt, "excerpt");
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException("a flaw must have a place but is at " + line + ":" + column);
        }
        if (hint.isEmpty()) {
            throw new IllegalArgumentException("a flaw must say what to do: " + message);
        }
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    @Override
    public int compareTo(Flaw other) {
        return ORDER.compare(this, other);
    }
}
