package dev.reconnect.intake;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One line of the clean text. Comparisons ignore case; needles are given in lower case.
 *
 * @param start offset of its first character in the clean text
 * @param end   offset behind its last character
 */
record Line(String text, String lower, int start, int end) {

    private static final Set<String> SMALL_WORDS = Listed.set("""
            i my me we our but since same works it the and is are was when after other from still if
            """);

    /** Of the small words those that no log has. */
    private static final Set<String> TELLING_WORDS = Listed.set("i my me we our but since same works");

    private static final int ENOUGH_SMALL_WORDS = 4;

    Line(String all, int start, int end) {
        this(all.substring(start, end), lowered(all, start, end), start, end);
    }

    /** A part of the line, with its place in the clean text. */
    record Part(String text, int start, int end) {

        /** Whether this is the word, in any case. */
        boolean is(String word) {
            return text.equalsIgnoreCase(word);
        }
    }

    /** Character by character, so that offsets stay: a few letters grow when a whole word is lowered. */
    private static String lowered(String all, int start, int end) {
        char[] lower = new char[end - start];
        for (int i = start; i < end; i++) {
            lower[i - start] = Character.toLowerCase(all.charAt(i));
        }
        return new String(lower);
    }

    boolean has(String needle) {
        return lower.contains(needle);
    }

    boolean hasAny(String... needles) {
        for (String needle : needles) {
            if (lower.contains(needle)) {
                return true;
            }
        }
        return false;
    }

    boolean hasAll(String... needles) {
        for (String needle : needles) {
            if (!lower.contains(needle)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a person speaks in this line: it begins with a letter and holds several of the small words that tools do without. */
    boolean isTold() {
        String said = lower.strip();
        if (said.isEmpty() || !Character.isLetter(said.charAt(0))) {
            return false;
        }
        Set<String> small = new HashSet<>(List.of(said.split("[^a-z']+")));
        small.retainAll(SMALL_WORDS);
        return small.size() >= ENOUGH_SMALL_WORDS && small.stream().anyMatch(TELLING_WORDS::contains);
    }

    boolean isBlank() {
        return text.isBlank();
    }

    /** How far the first visible character is indented. */
    int indent() {
        int i = 0;
        while (i < text.length() && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
            i++;
        }
        return i;
    }

    boolean startsWith(String needle) {
        return lower.startsWith(needle, indent());
    }

    /** The whole line without the white space around it. */
    Part whole() {
        return part(0, text.length());
    }

    /** A part without the white space around it. */
    Part part(int from, int to) {
        int first = from;
        int last = to;
        while (first < last && text.charAt(first) <= ' ') {
            first++;
        }
        while (last > first && text.charAt(last - 1) <= ' ') {
            last--;
        }
        return new Part(text.substring(first, last), start + first, start + last);
    }

    /** The place of the needle; an empty part at the line's start when it is not there. */
    Part find(String needle) {
        int at = lower.indexOf(needle);
        return at < 0 ? new Part("", start, start) : part(at, at + needle.length());
    }

    /** What stands behind the needle up to the end of the line; empty when the needle is not there. */
    Part after(String needle) {
        int at = lower.indexOf(needle);
        return at < 0 ? new Part("", start, start) : part(at + needle.length(), text.length());
    }

    /**
     * The value of a line such as {@code RemotePort : 3389}, {@code port=3389} or {@code full address:s:host}.
     *
     * @return empty when the line does not begin with the key
     */
    Part value(String key) {
        int at = indent();
        if (!lower.startsWith(key, at)) {
            return new Part("", start, start);
        }
        int i = at + key.length();
        while (i < text.length() && (text.charAt(i) <= ' ' || ".:=".indexOf(text.charAt(i)) >= 0)) {
            i++;
        }
        boolean separated = i > at + key.length();
        return separated ? part(i, text.length()) : new Part("", start, start);
    }

    /** The first word of digits behind the needle, within a few characters; empty when there is none. */
    Part numberAfter(String needle) {
        int at = lower.indexOf(needle);
        if (at < 0) {
            return new Part("", start, start);
        }
        int i = at + needle.length();
        int limit = Math.min(text.length(), i + 12);
        while (i < limit && !isDigit(text.charAt(i))) {
            if (Character.isLetter(text.charAt(i))) {
                return new Part("", start, start);
            }
            i++;
        }
        int from = i;
        while (i < text.length() && isDigit(text.charAt(i))) {
            i++;
        }
        return part(from, i);
    }

    /** The word at a place of the line: up to the next white space or one of the given characters. */
    Part wordAt(int from, String ends) {
        int i = Math.min(from, text.length());
        while (i < text.length() && text.charAt(i) > ' ' && ends.indexOf(text.charAt(i)) < 0) {
            i++;
        }
        return part(Math.min(from, text.length()), i);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
