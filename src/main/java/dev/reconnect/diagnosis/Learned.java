package dev.reconnect.diagnosis;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What outcomes taught up to one day, apart from any release: the same lessons hold for the next one. Immutable.
 *
 * @param settings how it was learned, and how it weighs against the authors' words
 * @param cases    per segment and cause, faded
 * @param fixes    per {@code cause/fix}
 * @param minutes  per fix
 */
public record Learned(
        Learning.Settings settings,
        Map<String, Map<String, Double>> cases,
        Map<String, Tried> fixes,
        Map<String, Took> minutes) {

    public record Tried(double tried, double worked) {}

    /** @param minutes the sum over all times that somebody said */
    public record Took(double times, double minutes) {}

    public Learned {
        Objects.requireNonNull(settings, "settings");
        Map<String, Map<String, Double>> sorted = new TreeMap<>();
        cases.forEach((segment, causes) -> sorted.put(segment, Collections.unmodifiableMap(new TreeMap<>(causes))));
        cases = Collections.unmodifiableMap(sorted);
        fixes = Collections.unmodifiableMap(new TreeMap<>(fixes));
        minutes = Collections.unmodifiableMap(new TreeMap<>(minutes));
    }

    public boolean isEmpty() {
        return cases.isEmpty() && fixes.isEmpty();
    }

    /**
     * The priors of a release after these lessons. The authored frequencies stand in as cases of their own, and what is
     * known over all segments as cases of each segment: the mean of a Dirichlet distribution. Fixes are the mean of a Beta
     * distribution in the same way.
     */
    public LearnedPriors on(String version, Priors authored) {
        Map<String, Double> shared = shared(settings, authored, cases);
        Map<String, Double> helps = new TreeMap<>(authored.helps());
        helps.replaceAll((key, word) -> {
            Tried seen = fixes.getOrDefault(key, new Tried(0, 0));
            double trials = settings.authoredTrials();
            return (word * trials + seen.worked()) / (trials + seen.tried());
        });
        Map<String, Double> took = new TreeMap<>(authored.minutes());
        took.replaceAll((fix, word) -> {
            Took seen = minutes.getOrDefault(fix, new Took(0, 0));
            double trials = settings.authoredTrials();
            return (word * trials + seen.minutes()) / (trials + seen.times());
        });
        Map<String, Priors> segments = new TreeMap<>();
        cases.forEach((segment, seen) ->
                segments.put(segment, priors(version, pooled(shared, settings.sharedCases(), seen), helps, took)));
        return new LearnedPriors(version, priors(version, shared, helps, took), segments);
    }

    private static Map<String, Double> shared(
            Learning.Settings settings, Priors authored, Map<String, Map<String, Double>> cases) {
        Map<String, Double> words = new TreeMap<>(authored.parts());
        words.put(Lesson.OTHER, authored.other());
        Map<String, Double> seen = new TreeMap<>();
        cases.values().forEach(causes -> causes.forEach((cause, sum) -> seen.merge(cause, sum, Double::sum)));
        return pooled(words, settings.authoredCases(), seen);
    }

    /** What stood before, as so many cases, and the cases that were seen; causes that no author knows are left out. */
    private static Map<String, Double> pooled(Map<String, Double> before, double weight, Map<String, Double> seen) {
        double sum = 0;
        for (double part : before.values()) {
            sum += part;
        }
        double whole = sum;
        Map<String, Double> pooled = new TreeMap<>(before);
        pooled.replaceAll((cause, part) -> weight * part / whole + seen.getOrDefault(cause, 0.0));
        return pooled;
    }

    private static Priors priors(
            String version, Map<String, Double> pooled, Map<String, Double> helps, Map<String, Double> minutes) {
        Map<String, Double> causes = new TreeMap<>(pooled);
        double other = causes.remove(Lesson.OTHER);
        return new Priors(version, causes, other, helps, minutes);
    }

    /** While learning. */
    static final class Sums {

        private final Map<String, Map<String, Double>> cases = new TreeMap<>();
        private final Map<String, Tried> fixes = new TreeMap<>();
        private final Map<String, Took> minutes = new TreeMap<>();

        void fade(double factor) {
            cases.values().forEach(causes -> causes.replaceAll((cause, sum) -> sum * factor));
            fixes.replaceAll((key, sum) -> new Tried(sum.tried() * factor, sum.worked() * factor));
            minutes.replaceAll((fix, sum) -> new Took(sum.times() * factor, sum.minutes() * factor));
        }

        /** What stands for each cause over all segments, the authors' words included. */
        Map<String, Double> on(Learning.Settings settings, Priors authored) {
            return shared(settings, authored, cases);
        }

        double cases(String segment, String cause) {
            return cases.getOrDefault(segment, Map.of()).getOrDefault(cause, 0.0);
        }

        void add(String segment, String cause, double seen) {
            cases.computeIfAbsent(segment, key -> new TreeMap<>()).merge(cause, seen, Double::sum);
        }

        void tried(String causeAndFix, double tried, double worked) {
            Tried before = fixes.getOrDefault(causeAndFix, new Tried(0, 0));
            fixes.put(causeAndFix, new Tried(before.tried() + tried, before.worked() + worked));
        }

        void timed(String fix, double times, double mean) {
            Took before = minutes.getOrDefault(fix, new Took(0, 0));
            minutes.put(fix, new Took(before.times() + times, before.minutes() + times * mean));
        }

        Learned learned(Learning.Settings settings) {
            return new Learned(settings, cases, fixes, minutes);
        }
    }
}
