package dev.reconnect.rules;

import dev.reconnect.knowledge.Flaw;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * The flaws of one file while it is read. Of several errors at one place the first is kept: the others follow from it. It
 * stops growing at a number that nobody reads to the end.
 */
final class FlawList {

    static final int MOST = 100;

    private final SourceText source;
    private final List<Flaw> flaws = new ArrayList<>();
    private final NavigableSet<Integer> places = new TreeSet<>();
    private int errors;

    FlawList(SourceText source) {
        this.source = source;
    }

    void error(int offset, String code, String message, String hint) {
        errors++;
        if (places.add(offset)) {
            add(offset, Flaw.Severity.ERROR, code, message, hint);
        }
    }

    void warning(int offset, String code, String message, String hint) {
        add(offset, Flaw.Severity.WARNING, code, message, hint);
    }

    boolean hasErrorAt(int offset) {
        return places.contains(offset);
    }

    /** Whether there is an error at or after one offset and before another. */
    boolean hasErrorBetween(int from, int to) {
        Integer first = places.ceiling(from);
        return first != null && first < to;
    }

    /** How many errors were reported so far, those not kept included. */
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
                    "Mend these first and check again."));
        }
    }
}
