package dev.reconnect.knowledge;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The known word that an unknown one was most likely meant to be. */
public final class Nearest {

    private Nearest() {}

    /** Empty when nothing known is near enough to be a slip of the pen. */
    public static Optional<String> to(String word, Collection<String> known) {
        if (word.length() > 80) {
            return Optional.empty();
        }
        int limit = Math.max(2, word.length() / 3);
        return known.stream()
                .filter(candidate -> Math.abs(candidate.length() - word.length()) <= limit)
                .filter(candidate -> distance(word, candidate) <= limit)
                .min(Comparator.<String>comparingInt(candidate -> distance(word, candidate))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** A hint that names the nearest known word, or else says where the known ones stand. */
    public static String hint(String word, Collection<String> known, String otherwise) {
        return to(word, known).map(near -> "Did you mean \"" + near + "\"?").orElse(otherwise);
    }

    /** Edits that turn one word into the other: insert, delete, replace a letter. */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
