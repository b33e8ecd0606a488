package dev.reconnect.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;

/** Tells where phrases stand in one text, position by position: Lucene's highlighter forgets which places belong together. */
final class PhraseMatcher {

    /** A phrase that stands there more often says the same thing again. */
    private static final int MOST_PLACES = 40;

    private final IndexSearcher searcher;
    private final Set<String> terms;
    private final List<PhraseBook.Hit> hits = new ArrayList<>();

    /** @param terms every word of the text that is searched */
    PhraseMatcher(IndexSearcher searcher, Set<String> terms) {
        this.searcher = searcher;
        this.terms = terms;
    }

    List<PhraseBook.Hit> hits() {
        return hits;
    }

    void match(PhraseBook.Phrase phrase) throws IOException {
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
}
