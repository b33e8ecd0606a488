package dev.reconnect.knowledge;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;

/** Whether a phrase of the vocabulary is written as {@code knowledge/README.md} says. The intake room gives it meaning. */
final class PhraseNotation {

    private PhraseNotation() {}

    /** What is wrong with a phrase, or nothing. */
    static Optional<String> flaw(String phrase) {
        if (!phrase.equals(phrase.toLowerCase(Locale.ROOT))) {
            return Optional.of("a phrase is written in lower case");
        }
        if (phrase.startsWith("..") || phrase.endsWith("..")) {
            return Optional.of("a phrase neither starts nor ends with a gap");
        }
        if (phrase.contains("....")) {
            return Optional.of("a gap is \"..\" or \"...\"");
        }
        return brackets(phrase);
    }

    private static Optional<String> brackets(String phrase) {
        Deque<Character> open = new ArrayDeque<>();
        char before = ' ';
        for (char c : phrase.replace(" ", "").toCharArray()) {
            if (c == '(' || c == '[') {
                open.push(c);
            } else if (c == ')' || c == ']') {
                if (open.isEmpty() || open.pop() != (c == ')' ? '(' : '[')) {
                    return Optional.of("a \"" + c + "\" without its opening bracket");
                }
            } else if (c == '|' && open.isEmpty()) {
                return Optional.of("a \"|\" outside brackets");
            }
            if ((c == '|' || c == ')' || c == ']') && (before == '|' || before == '(' || before == '[')) {
                return Optional.of("an empty alternative; write an optional part as [x]");
            }
            before = c;
        }
        return open.isEmpty() ? Optional.empty() : Optional.of("a \"" + open.peek() + "\" is never closed");
    }
}
