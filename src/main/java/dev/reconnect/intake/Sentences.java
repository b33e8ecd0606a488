package dev.reconnect.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts prose into stretches that are read at once, and these into sentences. */
final class Sentences {

    /** A stretch of this many characters is matched in one go. */
    private static final int LONGEST_STRETCH = 1_000;

    /** A line this long that ends in the middle of a sentence was wrapped, not ended. */
    private static final int WRAPPED = 50;

    private static final Set<String> ABBREVIATIONS = Listed.set("""
            e.g i.e etc vs approx ca no nr mr mrs dr z.b d.h ext esp incl max min p.s v
            """);

    /**
     * A stretch of prose.
     *
     * @param start  offset in the clean text
     * @param starts offsets within the stretch at which its second and later sentences begin
     */
    record Stretch(String text, int start, int[] starts) {}

    private Sentences() {}

    /** The stretches of the lines that no reader has claimed. */
    static List<Stretch> of(Pasted pasted, Findings findings) {
        List<Stretch> stretches = new ArrayList<>();
        int from = -1;
        int to = -1;
        for (Line line : pasted.lines()) {
            boolean claimed = findings.isClaimed(line.start());
            boolean full = from >= 0 && line.end() - from > LONGEST_STRETCH;
            if (from >= 0 && (claimed || full)) {
                stretches.add(stretch(pasted.text(), from, to));
                from = -1;
            }
            if (!claimed) {
                from = from < 0 ? line.start() : from;
                to = line.end();
            }
        }
        if (from >= 0) {
            stretches.add(stretch(pasted.text(), from, to));
        }
        return stretches;
    }

    private static Stretch stretch(String text, int from, int to) {
        String part = text.substring(from, to);
        List<Integer> starts = new ArrayList<>();
        int lineStart = 0;
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (c == '\n' || c == '\r') {
                if (endsLine(part, lineStart, i)) {
                    starts.add(i + 1);
                }
                lineStart = i + 1;
            } else if (endsSentence(part, i)) {
                starts.add(i + 1);
            }
        }
        return new Stretch(
                part, from, starts.stream().mapToInt(Integer::intValue).toArray());
    }

    /** A line break ends the sentence unless the line was only wrapped: long, and going on in lower case. */
    private static boolean endsLine(String text, int lineStart, int at) {
        int next = at + 1;
        while (next < text.length() && text.charAt(next) == ' ') {
            next++;
        }
        boolean goesOn = next < text.length() && Character.isLowerCase(text.charAt(next));
        return !(at - lineStart >= WRAPPED && goesOn);
    }

    private static boolean endsSentence(String text, int at) {
        char c = text.charAt(at);
        if (c == '\u3002' || c == '\uFF01' || c == '\uFF1F') {
            return true;
        }
        boolean stop = c == '.' || c == '!' || c == '?' || c == ';';
        boolean gap = at + 1 < text.length() && text.charAt(at + 1) <= ' ';
        return stop && gap && !(c == '.' && isAbbreviation(text, at));
    }

    private static boolean isAbbreviation(String text, int at) {
        int from = at;
        while (from > 0
                && at - from < 8
                && (Character.isLetter(text.charAt(from - 1)) || text.charAt(from - 1) == '.')) {
            from--;
        }
        return ABBREVIATIONS.contains(text.substring(from, at).toLowerCase(java.util.Locale.ROOT));
    }
}
