package dev.reconnect.diagnosis;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Shifts the authored priors by what outcomes taught.
 *
 * <p>Causes are counted per segment and over all segments, older days less. The authored frequencies stand in as
 * {@link Settings#authoredCases} cases of their own, and what is known over all segments as {@link Settings#sharedCases}
 * cases of each segment: the mean of a Dirichlet distribution. Fixes and minutes are shifted likewise.
 *
 * <p>Whatever a client reports, on one day it counts as at most {@link Settings#casesPerClientAndDay} cases. So it moves no
 * probability of the priors by more than {@code b / (k + b)}, where b is that figure and k are the cases that stand
 * against it: at least {@code sharedCases}.
 *
 * <p>The result depends on the set of lessons alone, not on their order: sums are taken in the order of sorted keys, so
 * that two replicas agree to the last digit.
 */
public final class Learning {

    /**
     * @param halfLifeDays         after so many days a case counts half
     * @param authoredCases        how many cases the authors' frequencies weigh
     * @param sharedCases          how many cases the whole estate weighs in a segment
     * @param authoredTrials       how many trials the authors' word on a fix weighs
     * @param casesPerClientAndDay at most so many cases of one client count on one day
     */
    public record Settings(
            double halfLifeDays,
            double authoredCases,
            double sharedCases,
            double authoredTrials,
            double casesPerClientAndDay) {

        public static final Settings DEFAULT = new Settings(14, 400, 100, 10, 20);
    }

    private final Priors authored;
    private final Settings settings;

    public Learning(Priors authored, Settings settings) {
        this.authored = authored;
        this.settings = settings;
    }

    /**
     * The priors of every segment after these lessons.
     *
     * @param today days since 1970-01-01, UTC; lessons of later days count as of today
     */
    public LearnedPriors learn(String version, Collection<Lesson> lessons, long today) {
        Map<String, Double> perClientAndDay = new HashMap<>();
        lessons.forEach(lesson -> perClientAndDay.merge(key(lesson), 1.0, Double::sum));
        Counts counts = new Counts();
        lessons.forEach(lesson -> counts.add(lesson, weight(lesson, perClientAndDay.get(key(lesson)), today)));
        Map<String, Double> shared = mean(authored.parts(), authored.other(), settings.authoredCases(), counts.shared());
        Map<String, Double> helps = new TreeMap<>(authored.helps());
        helps.replaceAll((key, word) -> counts.helps(key, word, settings.authoredTrials()));
        Map<String, Double> minutes = new TreeMap<>(authored.minutes());
        minutes.replaceAll((fix, word) -> counts.minutes(fix, word, settings.authoredTrials()));
        Map<String, Priors> segments = new TreeMap<>();
        counts.segments().forEach((segment, cases) -> segments.put(
                segment, priors(version, mean(withoutOther(shared), shared.get(Lesson.OTHER), settings.sharedCases(), cases), helps, minutes)));
        return new LearnedPriors(version, priors(version, shared, helps, minutes), segments);
    }

    private static String key(Lesson lesson) {
        return lesson.day() + "/" + lesson.client();
    }

    private double weight(Lesson lesson, double reportedThatDay, long today) {
        double age = Math.max(0, today - lesson.day());
        double fresh = StrictMath.pow(0.5, age / settings.halfLifeDays());
        return fresh * Math.min(1, settings.casesPerClientAndDay() / reportedThatDay);
    }

    /** The Dirichlet mean, times the number of cases behind it; only the ratios matter to a ranking. */
    private static Map<String, Double> mean(
            Map<String, Double> parts, double other, double cases, Map<String, Double> counted) {
        double sum = other;
        for (double part : parts.values()) {
            sum += part;
        }
        Map<String, Double> mean = new TreeMap<>();
        for (Map.Entry<String, Double> entry : parts.entrySet()) {
            mean.put(entry.getKey(), cases * entry.getValue() / sum + counted.getOrDefault(entry.getKey(), 0.0));
        }
        mean.put(Lesson.OTHER, cases * other / sum + counted.getOrDefault(Lesson.OTHER, 0.0));
        return mean;
    }

    private static Map<String, Double> withoutOther(Map<String, Double> shared) {
        Map<String, Double> causes = new TreeMap<>(shared);
        causes.remove(Lesson.OTHER);
        return causes;
    }

    private static Priors priors(
            String version, Map<String, Double> mean, Map<String, Double> helps, Map<String, Double> minutes) {
        return new Priors(version, withoutOther(mean), mean.get(Lesson.OTHER), helps, minutes);
    }
}
