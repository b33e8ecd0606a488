package dev.reconnect.web;

import dev.reconnect.release.Draft;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Turns what an author sent into a draft, or into a problem that names the place. */
final class DraftReader {

    private static final int LONGEST_NOTE = 2_000;
    private static final int LONGEST_PATH = 500;

    private DraftReader() {}

    static Draft read(DraftRequest request) {
        SortedMap<String, String> files = new TreeMap<>();
        for (int i = 0; i < request.files().size(); i++) {
            DraftRequest.DraftFile file = request.files().get(i);
            String pointer = "/files/" + i;
            if (file == null || file.path() == null || file.text() == null) {
                throw wrong(
                        pointer, "A file needs a path and a text.", "Send {\"path\": \"rules/…\", \"text\": \"…\"}.");
            }
            check(pointer + "/path", file.path());
            if (ReportReader.hasHalfCharacter(file.text()) || file.text().indexOf('\0') >= 0) {
                throw wrong(pointer + "/text", "The text holds what is no character.", "Send valid Unicode.");
            }
            if (files.put(file.path(), file.text()) != null) {
                throw wrong(pointer + "/path", "This path comes twice.", "Send each file once.");
            }
        }
        List<String> delete = request.delete();
        for (int i = 0; i < delete.size(); i++) {
            if (delete.get(i) == null) {
                throw wrong("/delete/" + i, "A path is missing.", "Name the file to delete.");
            }
            check("/delete/" + i, delete.get(i));
        }
        return new Draft(files, new TreeSet<>(delete), request.whole().orElse(false));
    }

    /** @throws ProblemException if it is too long to keep, or not Unicode */
    static String note(String pointer, String note) {
        if (note.length() > LONGEST_NOTE || ReportReader.hasHalfCharacter(note) || note.indexOf('\0') >= 0) {
            throw wrong(pointer, "A note is text of at most " + LONGEST_NOTE + " characters.", "Shorten it.");
        }
        return note.strip();
    }

    private static void check(String pointer, String path) {
        if (path.length() > LONGEST_PATH || ReportReader.hasHalfCharacter(path)) {
            throw wrong(pointer, "This is no path of a file.", "Use rules/<area>/<name>.drl, for example.");
        }
    }

    private static ProblemException wrong(String pointer, String detail, String hint) {
        return new ProblemException(Problem.at(ProblemType.WRONG_SHAPE, pointer, detail, hint));
    }
}
