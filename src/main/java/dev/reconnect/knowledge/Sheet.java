package dev.reconnect.knowledge;

import java.util.List;

/** One file being read: its text, and where the flaws found in it go. */
final class Sheet {

    private static final int EXCERPT = 160;

    /** Nobody reads more of one file, and a hostile one has one in each of a million characters. */
    private static final int MOST_FLAWS = 200;

    private final String path;
    private final String text;
    private final List<String> lines;
    private final List<Flaw> flaws;
    private int found;

    /** @param flaws shared by all files of a reading; added to */
    Sheet(String path, String text, List<Flaw> flaws) {
        this.path = path;
        this.text = text;
        this.lines = text.lines().toList();
        this.flaws = flaws;
    }

    String path() {
        return path;
    }

    String text() {
        return text;
    }

    List<String> lines() {
        return lines;
    }

    void error(Node at, String code, String message, String hint) {
        error(at.line(), at.column(), code, message, hint);
    }

    void error(int line, int column, String code, String message, String hint) {
        add(line, column, Flaw.Severity.ERROR, code, message, hint);
    }

    void warning(Node at, String code, String message, String hint) {
        add(at.line(), at.column(), Flaw.Severity.WARNING, code, message, hint);
    }

    private void add(int line, int column, Flaw.Severity severity, String code, String message, String hint) {
        if (++found == MOST_FLAWS) {
            flaws.add(new Flaw(
                    path,
                    line,
                    column,
                    Flaw.Severity.ERROR,
                    "too-many-flaws",
                    "there are more than " + MOST_FLAWS + " flaws in this file",
                    "Mend these first: the others may have the same reason.",
                    excerpt(line)));
        } else if (found < MOST_FLAWS) {
            flaws.add(new Flaw(path, line, column, severity, code, message, hint, excerpt(line)));
        }
    }

    private String excerpt(int line) {
        String found = line <= lines.size() ? lines.get(line - 1).stripTrailing() : "";
        return found.length() > EXCERPT ? found.substring(0, EXCERPT) + "..." : found;
    }

    /** The file's name without folders and without {@code ending}. */
    String name(String ending) {
        String file = path.substring(path.lastIndexOf('/') + 1);
        return file.endsWith(ending) ? file.substring(0, file.length() - ending.length()) : file;
    }

    /** The folder that the file is in, without those above it. */
    String folder() {
        String[] parts = path.split("/");
        return parts.length < 2 ? "" : parts[parts.length - 2];
    }
}
