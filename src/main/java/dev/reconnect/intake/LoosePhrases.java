package dev.reconnect.intake;

import dev.reconnect.knowledge.SymptomDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The phrases of the vocabulary once more, for those who say the same in another order: only their words of substance
 * count, and a word counts as well as another of its kind.
 */
final class LoosePhrases {

    /**
     * One reading of a phrase.
     *
     * @param places  what must stand somewhere near: at each place one of several runs of words
     * @param negated whether the phrase speaks of not
     */
    record Saying(SymptomDefinition symptom, String value, boolean negated, Set<Set<List<String>>> places) {

        /** Two phrases of one value often come to the same words. */
        private record Key(String symptom, String value, boolean negated, Set<Set<List<String>>> places) {}

        private Key key() {
            return new Key(symptom.id(), value, negated, places);
        }
    }

    /** Words without substance, stemmed. */
    private static final Set<String> EMPTY = Listed.set("""
            a an the is are wa were be been ha have had to of in on at it my our your their hi her i we you thei he she
            and or that thi these those with for from by as so then just also onli all ani some do doe did will would
            can could get got when if but now still alwai there into up out after befor via over through me us them
            same again even too veri more other
            """);

    /** Words of a kind, stemmed; the first stands for all. */
    private static final List<List<String>> KINDS = List.of(
            Listed.list("pc comput machin laptop notebook desktop workstat box server host vm"),
            Listed.list("connect connection rdp remot mstsc"),
            Listed.list("fail break broke broken stop refus"),
            Listed.list("login logon log sign signin"),
            Listed.list("password credenti passwd pw pass"),
            Listed.list("user account person colleagu peopl"),
            Listed.list("patch updat kb upgrad"),
            Listed.list("reboot restart"));

    private static final Map<String, String> KIND_OF = KINDS.stream()
            .flatMap(kind -> kind.stream().map(word -> Map.entry(word, kind.get(0))))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final Map<String, List<Saying>> byRarest;
    private final Map<String, Integer> frequency;
    private final int count;

    private LoosePhrases(Map<String, List<Saying>> byRarest, Map<String, Integer> frequency, int count) {
        this.byRarest = byRarest;
        this.frequency = frequency;
        this.count = count;
    }

    static LoosePhrases of(Collection<PhraseBook.Phrase> phrases) {
        Map<Saying.Key, Saying> sayings = new HashMap<>();
        for (PhraseBook.Phrase phrase : phrases) {
            for (Reading reading : phrase.readings()) {
                Saying saying = saying(phrase, reading);
                if (saying.places().size() > 1) {
                    sayings.putIfAbsent(saying.key(), saying);
                }
            }
        }
        Map<String, Integer> frequency = new HashMap<>();
        sayings.values().forEach(saying -> words(saying).forEach(word -> frequency.merge(word, 1, Integer::sum)));
        Map<String, List<Saying>> byRarest = new HashMap<>();
        for (Saying saying : sayings.values()) {
            rarest(saying, frequency).forEach(word -> byRarest.computeIfAbsent(word, any -> new ArrayList<>())
                    .add(saying));
        }
        return new LoosePhrases(byRarest, frequency, sayings.size());
    }

    private static Saying saying(PhraseBook.Phrase phrase, Reading reading) {
        Set<Set<List<String>>> places = new LinkedHashSet<>();
        for (Set<List<String>> place : reading.places()) {
            Set<List<String>> runs = place.stream().map(LoosePhrases::substance).collect(Collectors.toSet());
            // A place that can be filled without substance says nothing.
            if (runs.stream().noneMatch(List::isEmpty)) {
                places.add(runs);
            }
        }
        return new Saying(phrase.symptom(), phrase.value(), reading.field().equals(Reading.FULL), places);
    }

    private static List<String> substance(List<String> run) {
        return run.stream()
                .filter(word -> !EMPTY.contains(word) && !Words.NEGATIONS.contains(word))
                .map(LoosePhrases::kindOf)
                .toList();
    }

    private static Set<String> words(Saying saying) {
        Set<String> words = new HashSet<>();
        saying.places().forEach(place -> place.forEach(words::addAll));
        return words;
    }

    /** The first words of the place that the fewest sayings share: a sentence without any of them does not say it. */
    private static Set<String> rarest(Saying saying, Map<String, Integer> frequency) {
        Set<String> rarest = Set.of();
        int least = Integer.MAX_VALUE;
        for (Set<List<String>> place : saying.places()) {
            Set<String> firsts = place.stream().map(run -> run.get(0)).collect(Collectors.toSet());
            int often = firsts.stream().mapToInt(frequency::get).sum();
            if (often < least) {
                least = often;
                rarest = firsts;
            }
        }
        return rarest;
    }

    /** The word that stands for all of its kind. */
    static String kindOf(String term) {
        return KIND_OF.getOrDefault(term, term);
    }

    /** What might be said with these words, each as {@link #kindOf} gives it. */
    Set<Saying> candidates(Collection<String> words) {
        Set<Saying> candidates = new LinkedHashSet<>();
        words.forEach(word -> candidates.addAll(byRarest.getOrDefault(word, List.of())));
        return candidates;
    }

    /** How much a run of words tells, in nats: the rarer its words among all phrases, the more. */
    double weight(List<String> run) {
        return run.stream()
                .mapToDouble(word -> Math.log((double) count / frequency.getOrDefault(word, 1)))
                .min()
                .orElse(0);
    }
}
