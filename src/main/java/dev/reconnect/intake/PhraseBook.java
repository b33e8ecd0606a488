package dev.reconnect.intake;

import dev.reconnect.knowledge.SymptomDefinition;
import dev.reconnect.knowledge.SymptomDefinition.Choice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.monitor.MatchingQueries;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorConfiguration;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;

/** The phrases of the vocabulary as stored queries: a text goes in, the phrases that it holds come out. Thread-safe. */
final class PhraseBook implements AutoCloseable {

    static final String FULL = "full";
    static final String BARE = "bare";

    /** Lucene's monitor tidies its cache in the background; ours never changes. */
    private static final int PURGE_HOURS = 24;

    /** A phrase and what it means. */
    record Phrase(SymptomDefinition symptom, String value) {}

    /**
     * A place where a phrase stands.
     *
     * @param full whether it was found in the words in full, negations included
     * @param from position of its first word in the index
     * @param to   position of its last word
     */
    record Hit(Phrase phrase, boolean full, int from, int to) {}

    private final Monitor monitor;
    private final List<Phrase> phrases;

    private PhraseBook(Monitor monitor, List<Phrase> phrases) {
        this.monitor = monitor;
        this.phrases = List.copyOf(phrases);
    }

    /** @throws IllegalArgumentException when a phrase cannot be read */
    static PhraseBook of(Collection<SymptomDefinition> vocabulary, Analyzer analyzer) {
        List<Phrase> phrases = new ArrayList<>();
        List<MonitorQuery> queries = new ArrayList<>();
        for (SymptomDefinition symptom : vocabulary) {
            for (Choice choice : symptom.choices()) {
                for (String phrase : choice.phrases()) {
                    queries.add(new MonitorQuery(Integer.toString(phrases.size()), query(phrase, analyzer)));
                    phrases.add(new Phrase(symptom, choice.value()));
                }
            }
        }
        try {
            Monitor monitor =
                    new Monitor(analyzer, new MonitorConfiguration().setPurgeFrequency(PURGE_HOURS, TimeUnit.HOURS));
            monitor.register(queries);
            return new PhraseBook(monitor, phrases);
        } catch (IOException cannotHappen) {
            throw new UncheckedIOException(cannotHappen);
        }
    }

    private static Query query(String phrase, Analyzer analyzer) {
        List<IntervalsSource> full = new ArrayList<>();
        List<IntervalsSource> bare = new ArrayList<>();
        for (List<PhraseNotation.Element> variant : PhraseNotation.variants(phrase, word -> terms(word, analyzer))) {
            boolean negated = variant.stream().anyMatch(PhraseBook::isNegated);
            (negated ? full : bare).add(source(variant));
        }
        BooleanQuery.Builder either = new BooleanQuery.Builder();
        if (!full.isEmpty()) {
            either.add(new IntervalQuery(FULL, Intervals.or(false, full)), BooleanClause.Occur.SHOULD);
        }
        if (!bare.isEmpty()) {
            either.add(new IntervalQuery(BARE, Intervals.or(false, bare)), BooleanClause.Occur.SHOULD);
        }
        return either.build();
    }

    private static boolean isNegated(PhraseNotation.Element element) {
        return element.words().stream().anyMatch(run -> run.stream().anyMatch(Words.NEGATIONS::contains));
    }

    private static List<String> terms(String words, Analyzer analyzer) {
        return Words.of(analyzer, words, 0, new int[0]).all().stream()
                .map(Words.Word::term)
                .toList();
    }

    /** Stretches of adjacent words, with what may stand in the gaps between them. */
    private static IntervalsSource source(List<PhraseNotation.Element> variant) {
        List<IntervalsSource> adjacent = new ArrayList<>();
        IntervalsSource before = null;
        int gap = 0;
        for (PhraseNotation.Element element : variant) {
            if (element.isGap()) {
                before = joined(before, gap, adjacent);
                adjacent = new ArrayList<>();
                gap = element.gap();
            } else {
                adjacent.add(anyOf(element));
            }
        }
        return joined(before, gap, adjacent);
    }

    private static IntervalsSource joined(IntervalsSource before, int gap, List<IntervalsSource> adjacent) {
        if (adjacent.isEmpty()) {
            return before;
        }
        IntervalsSource stretch =
                adjacent.size() == 1 ? adjacent.get(0) : Intervals.phrase(adjacent.toArray(IntervalsSource[]::new));
        // The gap counts from the words on both sides only: the parts themselves have no gaps of their own left to
        // spend.
        return before == null ? stretch : Intervals.maxgaps(gap, Intervals.ordered(before, stretch));
    }

    /** Words of one place: Lucene must not multiply them out, a phrase with three such places would become thousands. */
    private static IntervalsSource anyOf(PhraseNotation.Element element) {
        List<IntervalsSource> runs = element.words().stream()
                .map(run -> run.size() == 1 ? Intervals.term(run.get(0)) : Intervals.phrase(run.toArray(String[]::new)))
                .toList();
        return runs.size() == 1 ? runs.get(0) : Intervals.or(false, runs);
    }

    /** Every phrase in the words, each time it occurs. */
    List<Hit> hits(Words words) {
        Document document = new Document();
        document.add(new Field(FULL, words.fullStream(), TextField.TYPE_NOT_STORED));
        document.add(new Field(BARE, words.bareStream(), TextField.TYPE_NOT_STORED));
        List<Hit> hits = new ArrayList<>();
        try {
            MatchingQueries<QueryMatch> matches = monitor.match(
                    document,
                    searcher -> new PhraseMatcher(
                            searcher,
                            (query, field, from, to) -> hits.add(
                                    new Hit(phrases.get(Integer.parseInt(query)), field.equals(FULL), from, to))));
            if (!matches.getErrors().isEmpty()) {
                throw new IllegalStateException(
                        "a phrase cannot be matched",
                        matches.getErrors().values().iterator().next());
            }
        } catch (IOException cannotHappen) {
            throw new UncheckedIOException(cannotHappen);
        }
        return hits;
    }

    int size() {
        return phrases.size();
    }

    @Override
    public void close() {
        try {
            monitor.close();
        } catch (IOException cannotHappen) {
            throw new UncheckedIOException(cannotHappen);
        }
    }
}
