package dev.reconnect.web;

import dev.reconnect.diagnosis.Outcome;
import dev.reconnect.knowledge.Fix;
import dev.reconnect.release.Release;
import dev.reconnect.store.LedgerEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How long fixes take, counted in classes: a sum for each would be too many, a mean for all would hide the long ones. */
final class FixTimes {

    /** a: fix, b: number of the class; n1: reports, n2: minutes in millionths. */
    static final String KIND = "minutes";

    private static final double MILLION = 1_000_000;

    /** Upper ends of the classes, in minutes; longer ones are a class of their own. */
    private static final double[] ENDS = {1, 2, 3, 5, 7, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 480};

    /**
     * Hands-on minutes of a fix, as reported.
     *
     * @param times    how many reports said so
     * @param lower    a quarter took at most so long, as far as the classes tell
     * @param median   half of them did
     * @param upper    three quarters did
     * @param authored what the knowledge says; absent for a fix that the release does not know
     */
    public record FixTime(
            String fix,
            long times,
            double mean,
            double lower,
            double median,
            double upper,
            Optional<Integer> authored) {}

    private FixTimes() {}

    /** What the reports on a case say of minutes, as entries of the ledger; a fix that was skipped took none. */
    static List<LedgerEntry> entries(Outcome outcome, long day) {
        List<LedgerEntry> entries = new ArrayList<>();
        for (Outcome.Tried tried : outcome.tried()) {
            if (tried.result() != Outcome.Result.SKIPPED && tried.minutes().isPresent()) {
                double minutes = tried.minutes().get();
                entries.add(new LedgerEntry(
                        KIND,
                        day,
                        "",
                        tried.fix(),
                        String.valueOf(classOf(minutes)),
                        1,
                        Math.round(minutes * MILLION),
                        0,
                        0));
            }
        }
        return entries;
    }

    /** The fixes that are timed most often first. */
    static List<FixTime> of(List<LedgerEntry> entries, Release release) {
        Map<String, long[]> classes = new TreeMap<>();
        Map<String, Double> minutes = new TreeMap<>();
        for (LedgerEntry entry : entries) {
            classes.computeIfAbsent(entry.a(), fix -> new long[ENDS.length + 1])[Integer.parseInt(entry.b())] +=
                    entry.n1();
            minutes.merge(entry.a(), entry.n2() / MILLION, Double::sum);
        }
        List<FixTime> times = new ArrayList<>();
        classes.forEach((fix, counts) -> {
            long all = sum(counts);
            if (all > 0) {
                times.add(new FixTime(
                        fix,
                        all,
                        minutes.get(fix) / all,
                        quantile(counts, 0.25 * all),
                        quantile(counts, 0.5 * all),
                        quantile(counts, 0.75 * all),
                        Optional.ofNullable(release.knowledge().fixes().get(fix))
                                .map(Fix::minutes)));
            }
        });
        times.sort(Comparator.comparingLong((FixTime time) -> -time.times()).thenComparing(FixTime::fix));
        return times;
    }

    private static int classOf(double minutes) {
        int place = 0;
        while (place < ENDS.length && minutes > ENDS[place]) {
            place++;
        }
        return place;
    }

    /** Within a class they are taken to lie evenly; nobody knows how far the last one reaches, so its lower end is given. */
    private static double quantile(long[] counts, double wanted) {
        double below = 0;
        for (int place = 0; place < ENDS.length; place++) {
            if (below + counts[place] >= wanted && counts[place] > 0) {
                double from = place == 0 ? 0 : ENDS[place - 1];
                return from + (ENDS[place] - from) * (wanted - below) / counts[place];
            }
            below += counts[place];
        }
        return ENDS[ENDS.length - 1];
    }

    private static long sum(long[] counts) {
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }
}
