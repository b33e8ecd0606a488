package dev.reconnect.knowledge;

import java.util.List;

/**
 * One file being read: its text, and where the flaws found in it go.
 *
 * @param flaws shared by all files of a reading; added to
 */
record Sheet(String path, String text, List<Flaw> flaws) {

    private static final int EXCERPT = 160;

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
        flaws.add(new Flaw(path, line, column, severity, code, message, hint, excerpt(line)));
    }

    private String excerpt(int line) {
        String found = text.lines().skip(line - 1L).findFirst().orElse("").stripTrailing();
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
