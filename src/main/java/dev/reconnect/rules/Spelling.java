package dev.reconnect.rules;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The words nearest to a misspelt one, for hints. */
final class Spelling {

    private static final int MOST = 3;

    private Spelling() {}

    /** The known words nearest to a word, at most three, best first; empty when none is near. */
    static List<String> nearest(String word, Collection<String> known) {
        int limit = Math.max(2, word.length() / 3);
        record Candidate(String word, int distance) {}
        return known.stream()
                .filter(candidate -> Math.abs(candidate.length() - word.length()) <= limit)
                .map(candidate -> new Candidate(candidate, distance(word, candidate)))
                .filter(candidate -> candidate.distance <= limit)
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::word))
                .limit(MOST)
                .map(Candidate::word)
                .toList();
    }

    /** A hint that names the nearest words, or what to do when none is near. */
    static String hint(String word, Collection<String> known, String otherwise) {
        List<String> nearest = nearest(word, known);
        return nearest.isEmpty() ? otherwise : "did you mean " + String.join(" or ", nearest) + "?";
    }

    /** The fewest insertions, deletions and changes of a character that turn one word into the other. */
    static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int change = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
