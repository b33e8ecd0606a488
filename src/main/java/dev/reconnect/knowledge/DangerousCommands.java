package dev.reconnect.knowledge;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The commands that no author may write down unguarded, as listed in {@code knowledge/safety}. */
public record DangerousCommands(List<Entry> entries) {

    /** What may be done with a command on the list. */
    public enum Class {
        /** Never offered, neither in a fix nor in a check. */
        REFUSED,
        /** Only in a fix that says that it weakens security, with warning, undo and the safer fix before it. */
        WEAKENS,
        /** Only in a fix of risk medium or high, with warning and undo: it interrupts, deletes or locks out. */
        DISRUPTS
    }

    /**
     * One kind of dangerous command.
     *
     * @param patterns any of them; see {@link CommandPattern} for the notation
     * @param unless   words that make it harmless
     * @param why      what it does
     * @param instead  the safer way
     */
    public record Entry(
            String id,
            Class kind,
            List<CommandPattern> patterns,
            List<CommandPattern> unless,
            String why,
            String instead) {

        public Entry {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(kind, "kind");
            patterns = List.copyOf(patterns);
            unless = List.copyOf(unless);
            Objects.requireNonNull(why, "why");
            Objects.requireNonNull(instead, "instead");
        }

        boolean matches(List<String> words) {
            return patterns.stream().anyMatch(pattern -> pattern.matches(words))
                    && unless.stream().noneMatch(pattern -> pattern.matches(words));
        }
    }

    public DangerousCommands {
        entries = List.copyOf(entries);
    }

    /** The gravest entry that matches one of the statements of a command text. */
    public Optional<Entry> find(String text) {
        return find(text, Class.DISRUPTS);
    }

    /** Only what must never be offered. */
    Optional<Entry> findRefused(String text) {
        return find(text, Class.REFUSED);
    }

    private Optional<Entry> find(String text, Class mildest) {
        List<List<String>> statements = CommandWords.statements(text);
        return entries.stream()
                .filter(entry -> entry.kind().compareTo(mildest) <= 0)
                .filter(entry -> statements.stream().anyMatch(entry::matches))
                .min(Comparator.comparing(Entry::kind));
    }
}
