package dev.reconnect.diagnosis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Goes through the lessons day by day and keeps what they taught, older days less.
 *
 * <p>One client, on one day, is held down twice, however much it reports and whether it errs or lies:
 * <ul>
 *   <li>All it reports counts as at most {@link Settings#casesPerClientAndDay} cases, and as at most
 *       {@link Settings#trialsPerClientAndDay} trials of one fix on one cause.
 *   <li>It adds to no cause more than {@link #GROWTH} of what stood for that cause when the day began, neither over all
 *       segments nor in one of them. A rare cause can therefore not be made a common one by a single voice.
 * </ul>
 * With the default settings that means: in a day, one client at most doubles the prior odds of a cause, lowers those of
 * another by at most 5 %, and so moves no probability of any diagnosis by more than {@link #MOST_A_CLIENT_MOVES}. (Odds
 * that change by a factor f move a probability by at most (√f - 1) / (√f + 1); here f = 2 / 0.95.)
 *
 * <p>The result depends on the set of lessons alone, not on their order: their sums are whole numbers, and the rest is
 * calculated in the order of days, clients and names, so that two replicas agree to the last digit.
 */
public final class Learning {

    /** How far one client's reports of one day can move a probability in a diagnosis, with the default settings. */
    public static final double MOST_A_CLIENT_MOVES = 0.19;

    /** What one client adds to a cause in a day, at most, as a part of what stood for it before. */
    static final double GROWTH = 0.5;

    /** Lessons older than this weigh less than a fortieth of a per cent, and are left out. */
    private static final int HALF_LIVES = 12;

    /** Minutes are believed up to so many times the authors' word, and down to as small a part of it. */
    private static final double MOST_SLOWER = 4;

    /**
     * @param halfLifeDays          after so many days a case counts half
     * @param authoredCases         how many cases the authors' frequencies weigh
     * @param sharedCases           how many cases the whole estate weighs in a segment
     * @param authoredTrials        how many trials the authors' word on a fix weighs
     * @param casesPerClientAndDay  all that one client reports on one day counts as at most so many cases
     * @param trialsPerClientAndDay and as at most so many trials of one fix on one cause
     */
    public record Settings(
            double halfLifeDays,
            double authoredCases,
            double sharedCases,
            double authoredTrials,
            double casesPerClientAndDay,
            double trialsPerClientAndDay) {

        public static final Settings DEFAULT = new Settings(7, 400, 200, 10, 20, 2);
    }

    private final Priors authored;
    private final Settings settings;

    public Learning(Priors authored, Settings settings) {
        this.authored = authored;
        this.settings = settings;
    }

    /** The first day that still counts; earlier ones need not be read. */
    public static long firstDay(Settings settings, long today) {
        return today - (long) Math.ceil(HALF_LIVES * settings.halfLifeDays());
    }

    /** @param today days since 1970-01-01, UTC; later days are left for later */
    public Learned learn(Collection<DayOfClient> days, long today) {
        Map<Long, List<DayOfClient>> byDay = new TreeMap<>();
        days.stream()
                .filter(day -> day.day() <= today && day.day() >= firstDay(settings, today))
                .forEach(day -> byDay.computeIfAbsent(day.day(), key -> new ArrayList<>())
                        .add(day));
        Course course = begin();
        byDay.forEach(course::learn);
        return course.end(today);
    }

    /** Nothing learned yet; days are then learned one by one, so that never more than one of them is held. */
    public Course begin() {
        return new Course();
    }

    /** On the way through the days. For one thread. */
    public final class Course {

        private final Learned.Sums sums = new Learned.Sums();
        private long last;

        private Course() {}

        /** @param day later than the days before, and not before {@link Learning#firstDay} */
        public void learn(long day, Collection<DayOfClient> clients) {
            sums.fade(fading(day - last));
            last = day;
            List<DayOfClient> inOrder =
                    clients.stream().sorted(DayOfClient.IN_ORDER).toList();
            List<Addend> addends = new ArrayList<>();
            Map<String, Double> shared = sums.on(settings, authored);
            inOrder.forEach(client -> addends.addAll(bounded(client, shared, sums)));
            addends.forEach(addend -> sums.add(addend.segment(), addend.cause(), addend.cases()));
            inOrder.forEach(client -> client.trials().forEach((key, trials) -> tried(sums, key, trials)));
        }

        /** @param today not before the last day that was learned */
        public Learned end(long today) {
            sums.fade(fading(today - last));
            return sums.learned(settings);
        }
    }

    private record Addend(String segment, String cause, double cases) {}

    /** What a client's day adds, each cause within its bounds. */
    private List<Addend> bounded(DayOfClient day, Map<String, Double> shared, Learned.Sums sums) {
        double scale = Math.min(1, settings.casesPerClientAndDay() / day.lessons()) / Lesson.WHOLE;
        Map<String, Double> reported = new HashMap<>();
        day.cases()
                .values()
                .forEach(causes -> causes.forEach((cause, share) -> reported.merge(cause, share * scale, Double::sum)));
        double whole = 0;
        for (double part : shared.values()) {
            whole += part;
        }
        List<Addend> addends = new ArrayList<>();
        for (Map.Entry<String, Map<String, Long>> segment : day.cases().entrySet()) {
            for (Map.Entry<String, Long> cause : segment.getValue().entrySet()) {
                double stands = shared.getOrDefault(cause.getKey(), 0.0);
                double within = Math.min(1, GROWTH * stands / reported.get(cause.getKey()));
                double here = settings.sharedCases() * stands / whole + sums.cases(segment.getKey(), cause.getKey());
                addends.add(new Addend(
                        segment.getKey(), cause.getKey(), Math.min(GROWTH * here, cause.getValue() * scale * within)));
            }
        }
        return addends;
    }

    private void tried(Learned.Sums sums, String causeAndFix, Trials trials) {
        double scale = Math.min(1, settings.trialsPerClientAndDay() * Lesson.WHOLE / Math.max(1, trials.tried()))
                / Lesson.WHOLE;
        sums.tried(causeAndFix, trials.tried() * scale, trials.worked() * scale);
        if (trials.timed() > 0) {
            String fix = causeAndFix.substring(causeAndFix.indexOf('/') + 1);
            double word = authored.minutes().getOrDefault(fix, 0.0);
            double mean = (double) trials.minutes() / trials.timed();
            sums.timed(fix, trials.timed() * scale, Math.max(word / MOST_SLOWER, Math.min(word * MOST_SLOWER, mean)));
        }
    }

    private double fading(long days) {
        return StrictMath.pow(0.5, days / settings.halfLifeDays());
    }
}
