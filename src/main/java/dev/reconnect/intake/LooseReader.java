package dev.reconnect.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.analysis.Analyzer;

/**
 * Reads from sentences that hold all words of a phrase, in whatever order, what nobody has found yet. This is less sure
 * than the phrase itself, so the words must be rare together, and nothing is added to a symptom that is known already.
 */
final class LooseReader implements TextReader {

    /**
     * How many nats the words of a phrase must weigh together. Of a hundred texts worded apart from the phrases the cause
     * came first in 59, with this in 63; at 10 in 66, but one find in nine was wrong, here none.
     */
    private static final double LEAST_WEIGHT = 13;

    /** Words that may stand between those of a phrase, besides one for each. */
    private static final int SLACK = 2;

    /** A "not" this near turns what is said. */
    private static final int NEGATION_BEFORE = 4;

    private static final int NEGATION_BEHIND = 2;

    /** Longer texts are logs, whose words are those of the tool and not of a person. */
    private static final int LONGEST = 4_000;

    private final LoosePhrases phrases;
    private final Analyzer analyzer;

    LooseReader(LoosePhrases phrases, Analyzer analyzer) {
        this.phrases = phrases;
        this.analyzer = analyzer;
    }

    /** A saying and the places of its first and last word. */
    private record Found(LoosePhrases.Saying saying, int from, int to, double weight) {

        /** Of what weighs the same, the words that stand closer together; then in the order of the values. */
        static final Comparator<Found> BEST = Comparator.comparingDouble(Found::weight)
                .thenComparing(found -> found.from - found.to)
                .thenComparing(found -> found.saying.value(), Comparator.reverseOrder());
    }

    @Override
    public void read(Pasted pasted, Findings findings) {
        if (pasted.text().length() > LONGEST) {
            return;
        }
        for (Sentences.Stretch stretch : Sentences.of(pasted, findings)) {
            List<Words.Word> words = Words.of(analyzer, stretch.text(), stretch.start(), stretch.starts())
                    .all();
            Scope scope = new Scope(words, pasted.text());
            best(words, scope, findings)
                    .forEach((id, found) -> findings.add(
                            id,
                            found.saying().value(),
                            words.get(found.from()).start(),
                            words.get(found.to()).end()));
        }
    }

    private Map<String, Found> best(List<Words.Word> words, Scope scope, Findings findings) {
        Map<String, Found> best = new TreeMap<>();
        int from = 0;
        while (from < words.size()) {
            int to = from;
            while (to < words.size()
                    && words.get(to).sentence() == words.get(from).sentence()) {
                to++;
            }
            Map<String, List<Integer>> places = places(words, from, to);
            for (LoosePhrases.Saying saying : phrases.candidates(places.keySet())) {
                if (!findings.has(saying.symptom().id())) {
                    find(saying, places)
                            .filter(found -> isMeant(found, words, scope))
                            .ifPresent(found -> best.merge(saying.symptom().id(), found, LooseReader::better));
                }
            }
            from = to;
        }
        return best;
    }

    private static Found better(Found one, Found other) {
        return Found.BEST.compare(one, other) >= 0 ? one : other;
    }

    private static Map<String, List<Integer>> places(List<Words.Word> words, int from, int to) {
        Map<String, List<Integer>> places = new HashMap<>();
        for (int i = from; i < to; i++) {
            places.computeIfAbsent(LoosePhrases.kindOf(words.get(i).term()), word -> new ArrayList<>())
                    .add(i);
        }
        return places;
    }

    private Optional<Found> find(LoosePhrases.Saying saying, Map<String, List<Integer>> places) {
        List<List<int[]>> spans = new ArrayList<>();
        double weight = 0;
        for (Set<List<String>> place : saying.places()) {
            List<int[]> here = new ArrayList<>();
            double least = Double.POSITIVE_INFINITY;
            for (List<String> run : place) {
                List<int[]> standing = spans(run, places);
                here.addAll(standing);
                least = standing.isEmpty() ? least : Math.min(least, phrases.weight(run));
            }
            if (here.isEmpty()) {
                return Optional.empty();
            }
            spans.add(here);
            weight += least;
        }
        return weight < LEAST_WEIGHT ? Optional.empty() : closest(saying, spans, weight);
    }

    /** Where the words of a run stand near each other. */
    private static List<int[]> spans(List<String> run, Map<String, List<Integer>> places) {
        List<int[]> spans = new ArrayList<>();
        for (int first : places.getOrDefault(run.get(0), List.of())) {
            int from = first;
            int to = first;
            for (String word : run.subList(1, run.size())) {
                int near = nearest(places.getOrDefault(word, List.of()), first);
                if (near < 0 || Math.abs(near - first) > run.size() + 1) {
                    from = -1;
                    break;
                }
                from = Math.min(from, near);
                to = Math.max(to, near);
            }
            if (from >= 0) {
                spans.add(new int[] {from, to});
            }
        }
        return spans;
    }

    private static int nearest(List<Integer> places, int to) {
        return places.stream()
                .min(Comparator.comparingInt((Integer place) -> Math.abs(place - to)))
                .orElse(-1);
    }

    /** The choice of one span for each place that lies closest together; no word serves two places. */
    private static Optional<Found> closest(LoosePhrases.Saying saying, List<List<int[]>> spans, double weight) {
        Found closest = null;
        for (int[] first : spans.get(0)) {
            int[] whole = first.clone();
            List<Integer> used = new ArrayList<>(List.of(first[0]));
            for (List<int[]> others : spans.subList(1, spans.size())) {
                Optional<int[]> next = others.stream()
                        .filter(span -> !used.contains(span[0]))
                        .min(Comparator.comparingInt(span -> Math.abs(span[0] - first[0])));
                if (next.isEmpty()) {
                    return Optional.ofNullable(closest);
                }
                used.add(next.get()[0]);
                whole[0] = Math.min(whole[0], next.get()[0]);
                whole[1] = Math.max(whole[1], next.get()[1]);
            }
            Found found = new Found(saying, whole[0], whole[1], weight);
            boolean near = whole[1] - whole[0] <= 2 * spans.size() + SLACK;
            if (near && (closest == null || better(found, closest) == found)) {
                closest = found;
            }
        }
        return Optional.ofNullable(closest);
    }

    private static boolean isMeant(Found found, List<Words.Word> words, Scope scope) {
        int from = Math.max(0, found.from() - NEGATION_BEFORE);
        int to = Math.min(words.size() - 1, found.to() + NEGATION_BEHIND);
        int sentence = words.get(found.from()).sentence();
        boolean negated = false;
        for (int i = from; i <= to; i++) {
            negated = negated || words.get(i).isNegation() && words.get(i).sentence() == sentence;
        }
        return negated == found.saying().negated()
                && scope.of(found.from(), found.to(), true) != Scope.Meaning.DOUBTFUL;
    }
}
