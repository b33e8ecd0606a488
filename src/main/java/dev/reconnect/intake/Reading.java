package dev.reconnect.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;

/**
 * One reading of a phrase: its words in order, as Lucene looks for them.
 *
 * @param field  the words that it is looked for in: in full where it negates, otherwise bare
 * @param places what must stand there, place by place: one of several runs of words
 */
record Reading(String field, List<Set<List<String>>> places, IntervalsSource intervals) {

    static final String FULL = "full";
    static final String BARE = "bare";

    static Reading of(List<PhraseNotation.Element> variant) {
        boolean negated = variant.stream().anyMatch(Reading::isNegated);
        String field = negated ? FULL : BARE;
        List<Set<List<String>>> places = variant.stream()
                .filter(element -> !element.isGap())
                .map(PhraseNotation.Element::words)
                .toList();
        return new Reading(field, places, source(variant));
    }

    IntervalQuery query() {
        return new IntervalQuery(field, intervals);
    }

    private static boolean isNegated(PhraseNotation.Element element) {
        return element.words().stream().anyMatch(run -> run.stream().anyMatch(Words.NEGATIONS::contains));
    }

    /** Whether a text with these words can hold it at all: far cheaper than looking. */
    boolean isPossible(Set<String> terms) {
        for (Set<List<String>> place : places) {
            boolean any = false;
            for (List<String> run : place) {
                any = any || terms.containsAll(run);
            }
            if (!any) {
                return false;
            }
        }
        return true;
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
        return before == null ? stretch : Intervals.maxgaps(gap, Intervals.ordered(before, stretch));
    }

    /** Words of one place: Lucene must not multiply them out, a phrase with three such places would become thousands. */
    private static IntervalsSource anyOf(PhraseNotation.Element element) {
        List<IntervalsSource> runs = element.words().stream()
                .map(run -> run.size() == 1 ? Intervals.term(run.get(0)) : Intervals.phrase(run.toArray(String[]::new)))
                .toList();
        return runs.size() == 1 ? runs.get(0) : Intervals.or(false, runs);
    }
}
