package dev.reconnect.intake;

import java.util.List;
import java.util.Optional;

/**
 * Says whether phrases can be read, for an author who is still writing them: the same reading that a release is built with.
 * One for each vocabulary, because what its phrases may multiply out to is counted over all of them.
 */
public final class PhraseCheck {

    private static final String PREFIX = "phrase \"";

    /** Words of one phrase in all of its readings; the longest that ship have 17,000. */
    static final int MOST_WORDS = 20_000;

    /** And of all phrases together: what ships has a quarter of a million. */
    static final int MOST_WORDS_IN_ALL = 1_500_000;

    private final Wording wording = new Wording();
    private int words;

    /** What is wrong with the next phrase of a vocabulary, in words that follow "the phrase"; empty when it can be read. */
    public Optional<String> flaw(String phrase) {
        if (words > MOST_WORDS_IN_ALL) {
            return Optional.of("the phrase is one too many: those before it have more than " + MOST_WORDS_IN_ALL
                    + " words in all their readings");
        }
        try {
            int more = words(PhraseNotation.variants(phrase, this::terms));
            words += more;
            return more <= MOST_WORDS
                    ? Optional.empty()
                    : Optional.of("the phrase has " + more + " words in all its readings, " + MOST_WORDS
                            + " are allowed; write it as several phrases");
        } catch (IllegalArgumentException e) {
            String said = e.getMessage();
            String quoted = PREFIX + phrase + "\" ";
            return Optional.of("the phrase " + (said.startsWith(quoted) ? said.substring(quoted.length()) : said));
        }
    }

    private static int words(List<List<PhraseNotation.Element>> readings) {
        int words = 0;
        for (List<PhraseNotation.Element> reading : readings) {
            for (PhraseNotation.Element element : reading) {
                for (List<String> run : element.words()) {
                    words += run.size();
                }
            }
        }
        return words;
    }

    private List<String> terms(String words) {
        return Words.of(wording, words, 0, new int[0]).all().stream()
                .map(Words.Word::term)
                .toList();
    }
}
