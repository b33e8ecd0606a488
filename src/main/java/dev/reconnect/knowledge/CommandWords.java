package dev.reconnect.knowledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Takes a command text apart for matching: statements (a pipeline is one), each a list of words in lower case. Quotes are
 * dropped, so that the same command in other quoting, or inside {@code cmd /c "..."}, gives the same words.
 */
final class CommandWords {

    private CommandWords() {}

    static List<List<String>> statements(String text) {
        // A line continued with ` ^ or \ goes on; a placeholder in angle brackets is one word.
        String joined = text.replaceAll("[ \\t][`^\\\\][ \\t]*\\r?\\n", " ");
        String plain = joined.replaceAll("<[A-Za-z][^<>\\n]{0,60}>", "<placeholder>")
                .replaceAll("[\"'`]", "")
                .replaceAll("\\|\\|", "\n")
                .replace("|", " | ")
                .replaceAll("&&|[;&{}]", "\n");
        List<List<String>> statements = new ArrayList<>();
        for (String line : plain.toLowerCase(Locale.ROOT).split("\\r?\\n")) {
            List<String> words = Arrays.stream(line.strip().split("[\\s,]+"))
                    .map(CommandWords::word)
                    .filter(word -> !word.isEmpty())
                    .toList();
            if (!words.isEmpty()) {
                statements.add(words);
            }
        }
        return statements;
    }

    /** Without opening brackets; a program without its folder and {@code .exe}. */
    private static String word(String raw) {
        String word = raw.replaceFirst("^[$@]?\\(+", "");
        if (word.endsWith(".exe")) {
            word = word.substring(word.lastIndexOf('\\') + 1, word.length() - ".exe".length());
        }
        return word;
    }
}
