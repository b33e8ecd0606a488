package dev.reconnect.intake;

import dev.reconnect.knowledge.SymptomDefinition;
import dev.reconnect.knowledge.SymptomDefinition.Choice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
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
import org.apache.lucene.monitor.MultipassTermFilteredPresearcher;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;

/** The phrases of the vocabulary as stored queries: a text goes in, the phrases that it holds come out. Thread-safe. */
final class PhraseBook implements AutoCloseable {

    /** Releases share a book, and one that nobody uses any more is simply forgotten: its thread and index go with it. */
    private static final Cleaner CLEANER = Cleaner.create();

    /** Lucene's monitor tidies its cache in the background; ours never changes. */
    private static final int PURGE_HOURS = 24;

    /** How many words of a phrase must be in the text before the phrase itself is looked for. */
    private static final int PASSES = 3;

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

    /** Queries that are registered in one go. */
    private static final int TOGETHER = 500;

    private final Monitor monitor;
    private final Cleaner.Cleanable closing;
    private final List<Phrase> phrases;

    private PhraseBook(Monitor monitor, List<Phrase> phrases) {
        this.monitor = monitor;
        this.phrases = List.copyOf(phrases);
        this.closing = CLEANER.register(this, () -> close(monitor));
    }

    /** @throws IllegalArgumentException when a phrase cannot be read */
    static PhraseBook of(Collection<SymptomDefinition> vocabulary, Analyzer analyzer) {
        List<Phrase> phrases = new ArrayList<>();
        List<MonitorQuery> queries = new ArrayList<>();
        for (SymptomDefinition symptom : vocabulary) {
            for (Choice choice : symptom.choices()) {
                for (String phrase : choice.phrases()) {
                    List<Reading> readings = readings(phrase, analyzer);
                    queries.add(new MonitorQuery(Integer.toString(phrases.size()), query(readings)));
                    phrases.add(new Phrase(symptom, choice.value(), readings));
                }
            }
        }
        try {
            Monitor monitor = new Monitor(
                    analyzer,
                    new MultipassTermFilteredPresearcher(PASSES),
                    new MonitorConfiguration().setPurgeFrequency(PURGE_HOURS, TimeUnit.HOURS));
            // All at once they would need half a gigabyte for a moment: each query becomes a document of many terms.
            for (int i = 0; i < queries.size(); i += TOGETHER) {
                monitor.register(queries.subList(i, Math.min(queries.size(), i + TOGETHER)));
            }
            return new PhraseBook(monitor, phrases);
        } catch (IOException cannotHappen) {
            throw new UncheckedIOException(cannotHappen);
        }
    }

    /** The readings as one query, by which the monitor finds out whether a text is worth a closer look. */
    private static Query query(List<Reading> readings) {
        BooleanQuery.Builder either = new BooleanQuery.Builder();
        for (String field : List.of(Reading.FULL, Reading.BARE)) {
            List<IntervalsSource> sources = readings.stream()
                    .filter(reading -> reading.field().equals(field))
                    .map(Reading::intervals)
                    .toList();
            if (!sources.isEmpty()) {
                either.add(new IntervalQuery(field, Intervals.or(false, sources)), BooleanClause.Occur.SHOULD);
            }
        }
        return either.build();
    }

    private static List<Reading> readings(String phrase, Analyzer analyzer) {
        return PhraseNotation.variants(phrase, word -> terms(word, analyzer)).stream()
                .map(Reading::of)
                .toList();
    }

    private static List<String> terms(String words, Analyzer analyzer) {
        return Words.of(analyzer, words, 0, new int[0]).all().stream()
                .map(Words.Word::term)
                .toList();
    }

    List<Phrase> phrases() {
        return phrases;
    }

    /** Every phrase in the words, each time it occurs. */
    List<Hit> hits(Words words) {
        Document document = new Document();
        document.add(new Field(Reading.FULL, words.fullStream(), TextField.TYPE_NOT_STORED));
        document.add(new Field(Reading.BARE, words.bareStream(), TextField.TYPE_NOT_STORED));
        List<Hit> hits = new ArrayList<>();
        try {
            MatchingQueries<QueryMatch> matches =
                    monitor.match(document, searcher -> new PhraseMatcher(searcher, phrases, words.terms(), hits));
            if (!matches.getErrors().isEmpty()) {
                throw new IllegalStateException(
                        "a phrase cannot be matched",
                        matches.getErrors().values().iterator().next());
            }
        } catch (IOException cannotHappen) {
            throw new UncheckedIOException(cannotHappen);
        } finally {
            // Whoever else knew this book may have let go of it meanwhile.
            Reference.reachabilityFence(this);
        }
        return hits;
    }

    @Override
    public void close() {
        closing.clean();
    }

    private static void close(Monitor monitor) {
        try {
            monitor.close();
        } catch (IOException cannotHappen) {
            throw new UncheckedIOException(cannotHappen);
        }
    }
}
