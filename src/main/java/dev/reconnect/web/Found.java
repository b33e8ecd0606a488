package dev.reconnect.web;

import java.util.Map;

/** Looks up what a path names. */
final class Found {

    private Found() {}

    /** @throws ProblemException 404 with the nearest known ids if there is none of that id */
    static <T> T in(Map<String, T> known, String id, String what) {
        T found = known.get(id);
        if (found == null) {
            throw new ProblemException(Problem.of(
                    ProblemType.NOT_FOUND, "There is no " + what + " of this id.", "GET the list for all ids."));
        }
        return found;
    }
}
