package dev.reconnect.intake;

import dev.reconnect.knowledge.SymptomDefinition;
import dev.reconnect.knowledge.SymptomDefinition.Choice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.memory.MemoryIndex;

/**
 * The phrases of the vocabulary: a text goes in, the phrases that it holds come out. Thread-safe.
 *
 * <p>A text is looked at for those phrases only of which it has a telling word, by a table of our own: Lucene's monitor,
 * made for the same, takes four seconds and forty megabytes to learn 2,500 phrases, which is most of a start.
 */
final class PhraseBook {

    /** A phrase and what it means. */
    record Phrase(SymptomDefinition symptom, String value, List<Reading> readings) {}

    /**
     * A place where a phrase stands.
     *
     * @param full whether it was found in the words in full, negations included
     * @param from position of its first word in the index
     * @param to   position of its last word
     */
    record Hit(Phrase phrase, boolean full, int from, int to) {}

    private final List<Phrase> phrases;

    /** For each word the indices of the phrases to look for where it stands. */
    private final Map<String, BitSet> telling = new HashMap<>();

    private PhraseBook(List<Phrase> phrases) {
        this.phrases = List.copyOf(phrases);
        Map<String, Integer> counts = counts(phrases);
        for (int i = 0; i < phrases.size(); i++) {
            for (Reading reading : phrases.get(i).readings()) {
                for (String word : reading.telling(counts)) {
                    telling.computeIfAbsent(word, unused -> new BitSet()).set(i);
                }
            }
        }
    }

    /** @throws IllegalArgumentException when a phrase cannot be read */
    static PhraseBook of(Collection<SymptomDefinition> vocabulary, Analyzer analyzer) {
        PhraseReader reader = new PhraseReader(analyzer);
        List<Phrase> phrases = new ArrayList<>();
        for (SymptomDefinition symptom : vocabulary) {
            for (Choice choice : symptom.choices()) {
                for (String phrase : choice.phrases()) {
                    phrases.add(new Phrase(symptom, choice.value(), reader.read(phrase)));
                }
            }
        }
        return new PhraseBook(phrases);
    }

    /** In how many places of phrases each word stands. */
    private static Map<String, Integer> counts(List<Phrase> phrases) {
        Map<String, Integer> counts = new HashMap<>();
        for (Phrase phrase : phrases) {
            for (Reading reading : phrase.readings()) {
                for (Set<List<String>> place : reading.places()) {
                    place.forEach(run -> run.forEach(word -> counts.merge(word, 1, Integer::sum)));
                }
            }
        }
        return counts;
    }

    /** Every phrase in the words, each time it occurs. */
    List<Hit> hits(Words words) {
        Set<String> terms = words.terms();
        BitSet possible = new BitSet();
        for (String term : terms) {
            BitSet told = telling.get(term);
            if (told != null) {
                possible.or(told);
            }
        }
        if (possible.isEmpty()) {
            return List.of();
        }
        MemoryIndex index = new MemoryIndex();
        index.addField(Reading.FULL, words.fullStream());
        index.addField(Reading.BARE, words.bareStream());
        index.freeze();
        PhraseMatcher matcher = new PhraseMatcher(index.createSearcher(), terms);
        try {
            for (int i = possible.nextSetBit(0); i >= 0; i = possible.nextSetBit(i + 1)) {
                matcher.match(phrases.get(i));
            }
        } catch (IOException cannotHappen) {
            throw new UncheckedIOException(cannotHappen);
        }
        return matcher.hits();
    }
}
