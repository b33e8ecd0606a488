package dev.reconnect.knowledge;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Words that a statement of a command must all hold, in any order: {@code reg|set-itemproperty *userauthentication 0|0x0}.
 * A {@code *} stands for any letters within a word, {@code \*} for a star, {@code |} separates alternatives, and a word
 * {@code |} alone is a pipe. Quotes and the case of letters do not count. Nothing here can take long to match, unlike a
 * regular expression.
 */
public final class CommandPattern {

    private final String written;
    private final List<AnyOf> words;

    public CommandPattern(String written) {
        this.written = written.strip().toLowerCase(Locale.ROOT);
        this.words = Arrays.stream(this.written.split("\\s+")).map(AnyOf::of).toList();
    }

    /** @param statement the words of one statement, in lower case and without quotes */
    public boolean matches(Collection<String> statement) {
        for (AnyOf word : words) {
            if (!word.isIn(statement)) {
                return false;
            }
        }
        return true;
    }

    /** One word of a pattern with its alternatives: plain ones, and those with a star. */
    private record AnyOf(Set<String> plain, List<String> globs) {

        static AnyOf of(String word) {
            List<String> alternatives = word.equals("|") ? List.of(word) : List.of(word.split("\\|"));
            Map<Boolean, List<String>> parts = alternatives.stream()
                    .filter(alternative -> !alternative.isEmpty())
                    .collect(Collectors.partitioningBy(alternative -> alternative.indexOf('*') >= 0));
            return new AnyOf(Set.copyOf(parts.get(false)), List.copyOf(parts.get(true)));
        }

        boolean isIn(Collection<String> statement) {
            for (String word : statement) {
                if (plain.contains(word)) {
                    return true;
                }
                for (String glob : globs) {
                    if (CommandPattern.matches(glob, word)) {
                        return true;
                    }
                }
            }
            return false;
        }
    }

    /** The usual two-pointer walk: on a mismatch, the last star takes one letter more. */
    static boolean matches(String glob, String word) {
        int g = 0;
        int w = 0;
        int star = -1;
        int resume = 0;
        while (w < word.length()) {
            boolean escaped = g + 1 < glob.length() && glob.charAt(g) == '\\' && glob.charAt(g + 1) == '*';
            if (g < glob.length() && glob.charAt(g) == '*') {
                star = g++;
                resume = w;
            } else if (escaped && word.charAt(w) == '*') {
                g += 2;
                w++;
            } else if (!escaped && g < glob.length() && glob.charAt(g) == word.charAt(w)) {
                g++;
                w++;
            } else if (star >= 0) {
                g = star + 1;
                w = ++resume;
            } else {
                return false;
            }
        }
        while (g < glob.length() && glob.charAt(g) == '*') {
            g++;
        }
        return g == glob.length();
    }

    @Override
    public String toString() {
        return written;
    }
}
