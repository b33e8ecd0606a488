package dev.reconnect.rules;

import dev.reconnect.knowledge.Flaw;
import java.util.ArrayList;
import java.util.List;

/** The flaws of one file while it is read. It stops growing at a number that nobody reads to the end. */
final class FlawList {

    static final int MOST = 100;

    private final SourceText source;
    private final List<Flaw> flaws = new ArrayList<>();
    private int errors;

    FlawList(SourceText source) {
        this.source = source;
    }

    void error(int offset, String code, String message, String hint) {
        errors++;
        add(offset, Flaw.Severity.ERROR, code, message, hint);
    }

    void warning(int offset, String code, String message, String hint) {
        add(offset, Flaw.Severity.WARNING, code, message, hint);
    }

    /** How many errors were reported so far, those past the limit included. */
    int errors() {
        return errors;
    }

    List<Flaw> sorted() {
        return flaws.stream().distinct().sorted().toList();
    }

    private void add(int offset, Flaw.Severity severity, String code, String message, String hint) {
        if (flaws.size() < MOST) {
            flaws.add(source.flaw(offset, severity, code, message, hint));
        } else if (flaws.size() == MOST) {
            flaws.add(source.flaw(
                    offset,
                    Flaw.Severity.ERROR,
                    "too-many-flaws",
                    "more than " + MOST + " flaws in this file, the rest is not listed",
                    "mend these first and check again"));
        }
    }
}
