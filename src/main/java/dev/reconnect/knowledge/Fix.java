package dev.reconnect.knowledge;

import java.util.List;
import java.util.Objects;

/**
 * Something to do: a change that may resolve a cause, or a read-only check that confirms one.
 *
 * @param id           file name without its ending; a check of cause {@code x} is {@code check-x}
 * @param instructions the steps in order, each a sentence or two
 * @param commands     what to type, in the order of the steps; may be empty
 * @param minutes      hands-on time of the person who does it, at least 1
 * @param weakens      whether it weakens security even for a moment; then warning, undo and saferFirst are there
 * @param warning      what can go wrong, empty for a fix without risk
 * @param verify       how to see that it worked
 * @param undo         the way back; for a check empty
 * @param saferFirst   the fix to try before this one; empty where none is needed
 */
public record Fix(
        String id,
        String title,
        Kind kind,
        List<String> instructions,
        List<Command> commands,
        Place where,
        Privilege privilege,
        int minutes,
        Risk risk,
        boolean weakens,
        String warning,
        String verify,
        String undo,
        String saferFirst,
        List<Source> sources) {

    public enum Kind {
        CHANGE,
        CHECK
    }

    public Fix {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(kind, "kind");
        instructions = List.copyOf(instructions);
        commands = List.copyOf(commands);
        Objects.requireNonNull(where, "where");
        Objects.requireNonNull(privilege, "privilege");
        if (minutes < 1) {
            throw new IllegalArgumentException("minutes must be at least 1 but is " + minutes);
        }
        Objects.requireNonNull(risk, "risk");
        Objects.requireNonNull(warning, "warning");
        Objects.requireNonNull(verify, "verify");
        Objects.requireNonNull(undo, "undo");
        Objects.requireNonNull(saferFirst, "saferFirst");
        sources = List.copyOf(sources);
    }
}
