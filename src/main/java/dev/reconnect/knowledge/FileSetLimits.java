package dev.reconnect.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Takes files into a set one by one and turns away what is misnamed, misplaced or too much. */
final class FileSetLimits {

    static final int FILES = 20_000;
    static final int CHARACTERS_A_FILE = 1_000_000;
    static final long CHARACTERS_IN_ALL = 24_000_000;

    private static final Pattern PATH = Pattern.compile("(rules|knowledge)(/[A-Za-z0-9][A-Za-z0-9._-]{0,99}){1,4}");

    private final SortedMap<String, String> taken = new TreeMap<>();
    private final List<Flaw> flaws = new ArrayList<>();
    private long characters;
    private boolean full;

    void take(String path, String text) {
        if (full) {
            return;
        }
        if (!PATH.matcher(path).matches()) {
            refuse(
                    shown(path),
                    "bad-path",
                    "\"" + shown(path) + "\" is no path of a rule or knowledge file",
                    "Use rules/<area>/<name> or knowledge/<kind>/<area>/<name>: letters, digits, '-', '_' and '.' only.");
        } else if (path.endsWith(".md")) {
            return;
        } else if (!(path.endsWith(".yaml") || path.endsWith(".csv") || path.endsWith(".drl"))) {
            refuse(
                    path,
                    "unexpected-file",
                    "nothing reads a file with this ending",
                    "Name it .yaml (not .yml), .drl, .csv or .md, or move it away.");
        } else if (text.length() > CHARACTERS_A_FILE) {
            refuse(
                    path,
                    "file-too-large",
                    "the file has " + text.length() + " characters; " + CHARACTERS_A_FILE + " are allowed",
                    "Split it.");
        } else if (taken.size() == FILES || characters + text.length() > CHARACTERS_IN_ALL) {
            full = true;
            refuse(
                    path,
                    "too-many-files",
                    "more than " + FILES + " files, or " + CHARACTERS_IN_ALL + " characters in all",
                    "Reading stopped here. Is this the right folder?");
        } else {
            characters += text.length();
            taken.put(path, text.startsWith("\uFEFF") ? text.substring(1) : text);
        }
    }

    void refuse(String path, String code, String message, String hint) {
        refuse(path, 1, 1, code, message, hint);
    }

    void refuse(String path, int line, int column, String code, String message, String hint) {
        flaws.add(new Flaw(path, line, column, Flaw.Severity.ERROR, code, message, hint, ""));
    }

    /** A path as it can be shown: a hostile one may hold anything. */
    private static String shown(String path) {
        String plain = path.replaceAll("[^\\x20-\\x7e]", "?");
        return plain.length() > 200 ? plain.substring(0, 200) + "..." : plain;
    }

    boolean isFull() {
        return full;
    }

    SortedMap<String, String> taken() {
        return taken;
    }

    List<Flaw> flaws() {
        return flaws;
    }
}
