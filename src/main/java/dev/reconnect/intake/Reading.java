package dev.reconnect.intake;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;

/**
 * One reading of a phrase: its words in order.
 *
 * @param field    the words that it is looked for in: in full where it negates, otherwise bare
 * @param elements what must stand there, place by place, and the gaps between
 */
record Reading(String field, List<PhraseNotation.Element> elements) {

    static final String FULL = "full";
    static final String BARE = "bare";

    static Reading of(List<PhraseNotation.Element> variant) {
        boolean negated = variant.stream().anyMatch(Reading::isNegated);
        return new Reading(negated ? FULL : BARE, List.copyOf(variant));
    }

    /** What must stand there without the gaps: one of several runs of words at each place. */
    List<Set<List<String>>> places() {
        return elements.stream()
                .filter(element -> !element.isGap())
                .map(PhraseNotation.Element::words)
                .toList();
    }

    /** As Lucene looks for it. Made when it is needed: few of all readings ever are, and a query is far larger. */
    IntervalQuery query() {
        return new IntervalQuery(field, source(elements));
    }

    /**
     * Words of which a text must have one to hold this reading: the rarest of each run, at the place where these are rarest
     * in sum.
     */
    Set<String> telling(Map<String, Integer> counts) {
        Set<String> best = Set.of();
        int least = Integer.MAX_VALUE;
        for (Set<List<String>> place : places()) {
            Set<String> words = new HashSet<>();
            place.forEach(run -> words.add(Collections.min(run, Comparator.comparing(counts::get))));
            int sum = words.stream().mapToInt(counts::get).sum();
            if (sum < least) {
                least = sum;
                best = words;
            }
        }
        return best;
    }

    private static boolean isNegated(PhraseNotation.Element element) {
        return element.words().stream().anyMatch(run -> run.stream().anyMatch(Words.NEGATIONS::contains));
    }

    /** Whether a text with these words can hold it at all: far cheaper than looking. */
    boolean isPossible(Set<String> terms) {
        for (PhraseNotation.Element element : elements) {
            boolean any = element.isGap();
            for (List<String> run : element.words()) {
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
