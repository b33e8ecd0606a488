package dev.reconnect.diagnosis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Weighted sums over lessons. The addends of each sum are kept and added in sorted order, because floating-point sums
 * depend on the order and two replicas must agree to the last digit.
 */
final class Counts {

    private static final String SEPARATOR = "\u0000";

    private final Map<String, List<Double>> cases = new HashMap<>();
    private final Map<String, List<Double>> worked = new HashMap<>();
    private final Map<String, List<Double>> tried = new HashMap<>();
    private final Map<String, List<Double>> minutes = new HashMap<>();
    private final Map<String, List<Double>> timed = new HashMap<>();

    void add(Lesson lesson, double weight) {
        lesson.causes().forEach((cause, share) -> add(cases, lesson.segment() + SEPARATOR + cause, weight * share));
        for (Lesson.Trial trial : lesson.tried()) {
            String key = trial.cause() + '/' + trial.fix();
            add(tried, key, weight * trial.share());
            if (trial.worked()) {
                add(worked, key, weight * trial.share());
            }
            if (trial.minutes() > 0) {
                add(minutes, trial.fix(), weight * trial.share() * trial.minutes());
                add(timed, trial.fix(), weight * trial.share());
            }
        }
    }

    /** Cases per cause, over all segments. */
    Map<String, Double> shared() {
        Map<String, Double> shared = new TreeMap<>();
        segments().values().forEach(causes -> causes.forEach((cause, sum) -> shared.merge(cause, sum, Double::sum)));
        return shared;
    }

    /** Cases per segment and cause. */
    Map<String, Map<String, Double>> segments() {
        Map<String, Map<String, Double>> segments = new TreeMap<>();
        for (String key : new TreeMap<>(cases).keySet()) {
            int at = key.indexOf(SEPARATOR);
            segments.computeIfAbsent(key.substring(0, at), segment -> new TreeMap<>())
                    .put(key.substring(at + SEPARATOR.length()), sum(cases, key));
        }
        return segments;
    }

    /** The mean of a Beta distribution: the authors' word as so many trials, and the trials that were seen. */
    double helps(String causeAndFix, double word, double authoredTrials) {
        return (word * authoredTrials + sum(worked, causeAndFix)) / (authoredTrials + sum(tried, causeAndFix));
    }

    double minutes(String fix, double word, double authoredTrials) {
        return (word * authoredTrials + sum(minutes, fix)) / (authoredTrials + sum(timed, fix));
    }

    private static void add(Map<String, List<Double>> sums, String key, double addend) {
        sums.computeIfAbsent(key, name -> new ArrayList<>()).add(addend);
    }

    private static double sum(Map<String, List<Double>> sums, String key) {
        List<Double> sorted = new ArrayList<>(sums.getOrDefault(key, List.of()));
        Collections.sort(sorted);
        double sum = 0;
        for (double addend : sorted) {
            sum += addend;
        }
        return sum;
    }
}
