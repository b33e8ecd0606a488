package dev.reconnect.release;

import dev.reconnect.knowledge.Flaw;
import java.util.Map;

/** Shows the line of a flaw, where whoever found it did not have the text at hand. */
final class Excerpts {

    private static final int LONGEST = 160;

    private Excerpts() {}

    static Flaw in(Map<String, String> files, Flaw flaw) {
        String text = files.getOrDefault(flaw.file(), "");
        if (!flaw.excerpt().isEmpty() || text.isEmpty()) {
            return flaw;
        }
        String line = text.lines().skip(flaw.line() - 1L).findFirst().orElse("").stripTrailing();
        String excerpt = line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line;
        return new Flaw(
                flaw.file(),
                flaw.line(),
                flaw.column(),
                flaw.severity(),
                flaw.code(),
                flaw.message(),
                flaw.hint(),
                excerpt);
    }
}
