package dev.reconnect.intake;

import java.io.IOException;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.monitor.CandidateMatcher;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;

/** Tells where each stored query matches, position by position: Lucene's own highlighter forgets which places belong together. */
final class PhraseMatcher extends CandidateMatcher<QueryMatch> {

    /** A phrase that stands there more often says the same thing again. */
    private static final int MOST_PLACES = 40;

    interface Listener {
        void hit(String query, String field, int from, int to);
    }

    private final Listener listener;

    PhraseMatcher(IndexSearcher searcher, Listener listener) {
        super(searcher);
        this.listener = listener;
    }

    @Override
    protected void matchQuery(String id, Query query, Map<String, String> metadata) throws IOException {
        // Not rewritten: that would count the words of a phrase against a limit meant for searches by strangers.
        Weight weight = searcher.createWeight(query, ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Matches matches = weight.matches(leaf, 0);
            if (matches != null) {
                for (String field : matches) {
                    places(id, field, matches.getMatches(field));
                }
            }
        }
    }

    private void places(String id, String field, MatchesIterator places) throws IOException {
        int seen = 0;
        while (places != null && places.next() && seen < MOST_PLACES) {
            listener.hit(id, field, places.startPosition(), places.endPosition());
            seen++;
        }
    }

    @Override
    public QueryMatch resolve(QueryMatch one, QueryMatch other) {
        return one;
    }
}
