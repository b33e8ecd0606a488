package dev.reconnect.rules;

import dev.reconnect.knowledge.Flaw;
import java.util.Arrays;

/** The text of one file, with the place of each character: what turns an offset into the line and column of a flaw. */
final class SourceText {

    private static final int LONGEST_EXCERPT = 240;

    private final String path;
    private final String text;
    private final int[] lineStarts;

    SourceText(String path, String text) {
        this.path = path;
        this.text = text;
        this.lineStarts = lineStarts(text);
    }

    String path() {
        return path;
    }

    String text() {
        return text;
    }

    /** The 1-based line of a character. */
    int line(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The 1-based column of a character, counted in characters as an editor shows them; a tab counts one. */
    int column(int offset) {
        return text.codePointCount(lineStarts[line(offset) - 1], offset) + 1;
    }

    /** The line that a character is on, cut where it is too long to show. */
    String excerpt(int offset) {
        int line = line(offset);
        int start = lineStarts[line - 1];
        int end = start;
        while (end < text.length() && !isLineBreak(text.charAt(end))) {
            end++;
        }
        boolean cut = end - start > LONGEST_EXCERPT;
        return cut ? text.substring(start, start + LONGEST_EXCERPT) + "…" : text.substring(start, end);
    }

    Flaw flaw(int offset, Flaw.Severity severity, String code, String message, String hint) {
        return new Flaw(path, line(offset), column(offset), severity, code, message, hint, excerpt(offset));
    }

    static boolean isLineBreak(char c) {
        return c == '\n' || c == '\r';
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[16];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            boolean endsLine = text.charAt(i) == '\n'
                    || (text.charAt(i) == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
            if (endsLine) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }
}
