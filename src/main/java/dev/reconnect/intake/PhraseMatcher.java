package dev.reconnect.intake;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.monitor.CandidateMatcher;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;

/** Tells where each phrase stands, position by position: Lucene's own highlighter forgets which places belong together. */
final class PhraseMatcher extends CandidateMatcher<QueryMatch> {

    /** A phrase that stands there more often says the same thing again. */
    private static final int MOST_PLACES = 40;

    private final List<PhraseBook.Phrase> phrases;
    private final Set<String> terms;
    private final List<PhraseBook.Hit> hits;
    private final Set<String> done = new HashSet<>();

    /** @param hits where to put what is found */
    PhraseMatcher(
            IndexSearcher searcher, List<PhraseBook.Phrase> phrases, Set<String> terms, List<PhraseBook.Hit> hits) {
        super(searcher);
        this.phrases = phrases;
        this.terms = terms;
        this.hits = hits;
    }

    @Override
    protected void matchQuery(String id, Query query, Map<String, String> metadata) throws IOException {
        // The monitor keeps a query per field; the readings of both are looked at together, once.
        if (!done.add(id)) {
            return;
        }
        PhraseBook.Phrase phrase = phrases.get(Integer.parseInt(id));
        for (Reading reading : phrase.readings()) {
            if (reading.isPossible(terms)) {
                places(phrase, reading);
            }
        }
    }

    /** Not rewritten: that would count the words of a phrase against a limit meant for searches by strangers. */
    private void places(PhraseBook.Phrase phrase, Reading reading) throws IOException {
        Weight weight = searcher.createWeight(reading.query(), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Matches matches = weight.matches(leaf, 0);
            MatchesIterator places = matches == null ? null : matches.getMatches(reading.field());
            for (int seen = 0; places != null && seen < MOST_PLACES && places.next(); seen++) {
                boolean full = reading.field().equals(Reading.FULL);
                hits.add(new PhraseBook.Hit(phrase, full, places.startPosition(), places.endPosition()));
            }
        }
    }

    @Override
    public QueryMatch resolve(QueryMatch one, QueryMatch other) {
        return one;
    }
}
