package dev.reconnect.intake;

import java.util.List;
import java.util.Optional;

/** Says whether a phrase can be read, for an author who is still writing it: the same reading that a release is built with. */
public final class PhraseCheck {

    private static final String PREFIX = "phrase \"";

    private PhraseCheck() {}

    /** What is wrong with a phrase, in words that follow "the phrase"; empty when it can be read. */
    public static Optional<String> flaw(String phrase) {
        try (Wording wording = new Wording()) {
            PhraseNotation.variants(phrase, words -> terms(words, wording));
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            String said = e.getMessage();
            String quoted = PREFIX + phrase + "\" ";
            return Optional.of("the phrase " + (said.startsWith(quoted) ? said.substring(quoted.length()) : said));
        }
    }

    private static List<String> terms(String words, Wording wording) {
        return Words.of(wording, words, 0, new int[0]).all().stream()
                .map(Words.Word::term)
                .toList();
    }
}
