package dev.reconnect.web;

import dev.reconnect.diagnosis.Priors;
import dev.reconnect.quality.Strips;
import dev.reconnect.release.Release;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Statistics as pictures, of what stands first in them. */
final class StatisticsPlots {

    private static final int ROWS = 25;

    private static final Strips FIXES = new Strips(
            "How often fixes resolve causes",
            "share of tries that worked",
            "95 % interval",
            "worked",
            "the authors' word",
            "%.0f %%",
            100);
    private static final Strips MINUTES = new Strips(
            "How long fixes take",
            "hands-on minutes",
            "middle half of the reports",
            "median",
            "the authors' word",
            "%.0f min",
            1);
    private static final Strips DRIFT = new Strips(
            "What is seen more and less often",
            "share of all symptoms seen",
            "change",
            "last 30 days",
            "30 days before",
            "%.1f %%",
            100);

    private StatisticsPlots() {}

    static String fixes(List<Statistics.FixSuccess> fixes, Release release) {
        Priors authored = Priors.authored(release.knowledge());
        return FIXES.draw(fixes.stream()
                .limit(ROWS)
                .map(fix -> new Strips.Row(
                        fix.fix() + " for " + fix.cause(),
                        fix.low(),
                        fix.share(),
                        fix.high(),
                        some(authored.helps(fix.cause(), fix.fix())),
                        String.format(Locale.ROOT, "%.1f tries", fix.tried())))
                .toList());
    }

    static String minutes(List<FixTimes.FixTime> times) {
        return MINUTES.draw(times.stream()
                .limit(ROWS)
                .map(time -> new Strips.Row(
                        time.fix(),
                        time.lower(),
                        time.median(),
                        time.upper(),
                        time.authored().map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                        time.times() + " times"))
                .toList());
    }

    static String drift(SymptomDrift.Drift drift) {
        return DRIFT.draw(drift.shifts().stream()
                .limit(ROWS)
                .map(shift -> new Strips.Row(
                        shift.symptom(),
                        Math.min(shift.before(), shift.now()),
                        shift.now(),
                        Math.max(shift.before(), shift.now()),
                        OptionalDouble.of(shift.before()),
                        ""))
                .toList());
    }

    /** Fixes that the authors do not know for a cause have no word of theirs. */
    private static OptionalDouble some(double share) {
        return share > 0 ? OptionalDouble.of(share) : OptionalDouble.empty();
    }
}
