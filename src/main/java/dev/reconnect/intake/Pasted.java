package dev.reconnect.intake;

import java.util.ArrayList;
import java.util.List;

/**
 * A pasted text, cleaned for reading: what copying leaves behind (NULs, zero-width and direction marks, full-width
 * letters, odd spaces and quotes) is gone, and every place still knows where it stood in the original.
 */
final class Pasted {

    /** A log of a day fits; the contract refuses larger bodies before they come here. */
    static final int LONGEST = 1 << 20;

    /** Longer lines are cut in pieces, so that no reader ever walks a megabyte for one line. */
    static final int LONGEST_LINE = 4_000;

    private final String original;
    private final String text;
    private final int[] origin;
    private final List<Line> lines;

    private Pasted(String original, String text, int[] origin) {
        this.original = original;
        this.text = text;
        this.origin = origin;
        this.lines = List.copyOf(split(text));
    }

    static Pasted of(String given) {
        int length = Math.min(given.length(), LONGEST);
        char[] clean = new char[length];
        int[] origin = new int[length + 1];
        int size = 0;
        for (int i = 0; i < length; i++) {
            char c = plain(given.charAt(i));
            if (c != 0) {
                clean[size] = c;
                origin[size] = i;
                size++;
            }
        }
        origin[size] = length;
        return new Pasted(given, new String(clean, 0, size), origin);
    }

    /** The character to read instead; 0 for one that is not read at all. */
    private static char plain(char c) {
        if (c < 0x80) {
            return c >= ' ' && c != 0x7F || c == '\n' || c == '\r' || c == '\t' ? c : c == 0 ? 0 : ' ';
        }
        if (c >= 0xFF01 && c <= 0xFF5E) {
            return (char) (c - 0xFEE0);
        }
        return switch (c) {
            case 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF, 0x00AD, 0xFFFD -> 0;
            case 0x00A0, 0x2007, 0x202F, 0x3000, 0x2002, 0x2003, 0x2009 -> ' ';
            case 0x2018, 0x2019, 0x201A, 0x2032, 0x00B4 -> '\'';
            case 0x201C, 0x201D, 0x201E, 0x00AB, 0x00BB -> '"';
            case 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212 -> '-';
            case 0x2028, 0x2029, 0x0085 -> '\n';
            default -> isMark(c) ? 0 : c;
        };
    }

    /** Combining accents (a decomposed é is an e here, as the analyzer folds it anyway) and direction marks. */
    private static boolean isMark(char c) {
        return c >= 0x0300 && c <= 0x036F || c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
    }

    private static List<Line> split(String text) {
        List<Line> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == '\n' || text.charAt(i) == '\r') {
                if (i > start) {
                    lines.add(new Line(text, start, i));
                }
                start = i + 1;
            } else if (i - start >= LONGEST_LINE) {
                lines.add(new Line(text, start, i));
                start = i;
            }
        }
        return lines;
    }

    String original() {
        return original;
    }

    String text() {
        return text;
    }

    /** The lines that are not empty, in order. */
    List<Line> lines() {
        return lines;
    }

    /** Where a place of the clean text stands in the original. */
    int origin(int offset) {
        return origin[offset];
    }

    /** Where an end of the clean text stands in the original: behind the last character that belongs to it. */
    int originOfEnd(int end) {
        return end == 0 ? 0 : origin[end - 1] + 1;
    }

    boolean wasCut() {
        return original.length() > LONGEST;
    }
}
