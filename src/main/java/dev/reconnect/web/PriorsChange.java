package dev.reconnect.web;

import dev.reconnect.diagnosis.LearnedPriors;
import dev.reconnect.diagnosis.Lesson;
import dev.reconnect.diagnosis.Priors;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How two versions of the priors differ, on the release that answers.
 *
 * @param from   the version compared with
 * @param to     the version compared
 * @param causes the share of each cause before any symptom, the greatest change first
 * @param fixes  how often each fix resolves a cause, where that differs, the greatest change first
 */
public record PriorsChange(String from, String to, List<Shift> causes, List<Shift> fixes) {

    /**
     * @param segment {@code all}, or the part of the estate
     * @param subject a cause, or {@code cause/fix}
     */
    public record Shift(String segment, String subject, double before, double after) {}

    private static final Comparator<Shift> GREATEST_FIRST = Comparator.comparingDouble(
                    (Shift shift) -> -Math.abs(shift.after() - shift.before()))
            .thenComparing(Shift::segment)
            .thenComparing(Shift::subject);
    private static final int MOST = 500;
    private static final String ALL = "all";

    static PriorsChange of(LearnedPriors from, LearnedPriors to) {
        List<Shift> causes = new ArrayList<>(shifts(ALL, shares(from.shared()), shares(to.shared())));
        Set<String> segments = new TreeSet<>(from.segments().keySet());
        segments.addAll(to.segments().keySet());
        segments.forEach(segment -> causes.addAll(shifts(
                segment,
                shares(from.segments().getOrDefault(segment, from.shared())),
                shares(to.segments().getOrDefault(segment, to.shared())))));
        return new PriorsChange(
                from.id(),
                to.id(),
                sorted(causes),
                sorted(shifts(ALL, from.shared().helps(), to.shared().helps())));
    }

    private static List<Shift> sorted(List<Shift> shifts) {
        return shifts.stream().sorted(GREATEST_FIRST).limit(MOST).toList();
    }

    private static List<Shift> shifts(String segment, Map<String, Double> before, Map<String, Double> after) {
        return new TreeMap<>(after)
                .entrySet().stream()
                        .map(entry -> new Shift(
                                segment, entry.getKey(), before.getOrDefault(entry.getKey(), 0.0), entry.getValue()))
                        .filter(shift -> shift.before() != shift.after())
                        .toList();
    }

    private static Map<String, Double> shares(Priors priors) {
        double sum = priors.other();
        for (double part : priors.parts().values()) {
            sum += part;
        }
        double whole = sum;
        Map<String, Double> shares = new TreeMap<>(priors.parts());
        shares.put(Lesson.OTHER, priors.other());
        shares.replaceAll((cause, part) -> part / whole);
        return shares;
    }
}
