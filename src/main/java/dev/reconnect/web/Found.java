package dev.reconnect.web;

import dev.reconnect.knowledge.Nearest;
import java.util.Map;

/** Looks up what a path names. */
final class Found {

    private Found() {}

    /** @throws ProblemException 404 with the nearest known id if there is none of that id */
    static <T> T in(Map<String, T> known, String id, String what) {
        T found = known.get(id);
        if (found == null) {
            throw nothing(what, Nearest.hint(id, known.keySet(), "GET the list for all ids."));
        }
        return found;
    }

    static ProblemException nothing(String what, String hint) {
        return new ProblemException(Problem.of(ProblemType.NOT_FOUND, "There is no " + what + " of this id.", hint));
    }
}
