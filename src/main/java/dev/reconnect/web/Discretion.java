package dev.reconnect.web;

import dev.reconnect.knowledge.Nearest;
import dev.reconnect.release.ActiveRelease;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;

/** What may be kept or repeated of words that somebody wrote freely: anything may have been pasted there. */
@ApplicationScoped
class Discretion {

    private final ActiveRelease active;
    private final Clock clock;

    Discretion(ActiveRelease active, Clock clock) {
        this.active = active;
        this.clock = clock;
    }

    /**
     * A note as it is kept: with names, addresses and secrets covered.
     *
     * @throws ProblemException if it is too long to keep, or not Unicode
     */
    String note(Optional<String> note) {
        String given = DraftReader.note("/note", note.orElse(""));
        return given.isEmpty()
                ? given
                : active.get().intake().read(given, clock).masked();
    }

    /**
     * A word that nobody knows, as an error may repeat it: in quotes when it is a slip of the pen in a known one, otherwise
     * not at all, because a password in the wrong field looks like any other word.
     */
    static String echo(String word, Collection<String> known) {
        return Nearest.to(word, known).isPresent() ? '"' + word + '"' : "This";
    }
}
