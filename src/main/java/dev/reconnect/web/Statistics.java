package dev.reconnect.web;

import dev.reconnect.diagnosis.Lesson;
import dev.reconnect.quality.Calibration;
import dev.reconnect.release.Release;
import dev.reconnect.rules.Rule;
import dev.reconnect.store.Ledger;
import dev.reconnect.store.LedgerEntry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the running sums say. No call reads single cases, and the database adds up. */
@ApplicationScoped
class Statistics {

    private static final long DAY = TimeUnit.DAYS.toMillis(1);
    private static final int MONTH = 30;
    private static final double Z = 1.96;
    private static final int MOST_COUNTS = 1_000;

    /**
     * How often a fix resolved a cause.
     *
     * @param tried   cases, shared among causes where nobody confirmed one
     * @param low     lower end of the 95 % interval of {@code share} (Wilson)
     * @param minutes on average, of those who said; 0 when nobody did
     */
    public record FixSuccess(
            String cause,
            String fix,
            double tried,
            double worked,
            double share,
            double low,
            double high,
            double minutes) {}

    /**
     * @param first     how often it was the most probable one
     * @param was       how often it was the true one, as far as outcomes tell
     * @param confirmed how often somebody confirmed it
     * @param right     and how often it had been first then
     */
    public record CauseCount(String cause, long first, double was, long confirmed, long right) {}

    /** @param what codes as {@code symptom=value}, or symptoms together */
    @Schema(name = "TimesSeen")
    public record Count(String what, long times) {}

    /**
     * @param unknown    codes that no list and no rule knows, most frequent first
     * @param unanswered symptoms together of cases that stayed undetermined, most frequent first
     */
    public record WithoutAnswer(List<Count> unknown, List<Count> unanswered) {}

    /** @param never rules of the active release that did not fire once */
    public record RuleHits(List<Count> hits, List<String> never) {}

    /**
     * @param answers  diagnoses with a confirmed cause
     * @param brier    mean squared error of the first cause's probability
     * @param reliable the table, with the calibration error and the error that chance alone would show
     */
    public record Reliability(long answers, double brier, Calibration reliable) {}

    private final Ledger ledger;
    private final Clock clock;

    Statistics(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    List<FixSuccess> fixes(int days) {
        return ledger.sums(LessonLedger.FIXES, today() - days + 1, today()).stream()
                .filter(entry -> entry.n1() > 0)
                .map(Statistics::fix)
                .sorted(Comparator.comparingDouble((FixSuccess fix) -> -fix.tried())
                        .thenComparing(FixSuccess::cause)
                        .thenComparing(FixSuccess::fix))
                .toList();
    }

    List<FixTimes.FixTime> times(Release release, int days) {
        return FixTimes.of(ledger.sums(FixTimes.KIND, today() - days + 1, today()), release);
    }

    SymptomDrift.Drift drift() {
        return SymptomDrift.between(
                ledger.sums(Tallies.SYMPTOMS, today() - 2 * MONTH + 1, today() - MONTH),
                ledger.sums(Tallies.SYMPTOMS, today() - MONTH + 1, today()));
    }

    List<CauseCount> causes(int days) {
        Map<String, LedgerEntry> first = sum(Tallies.ANSWERS, days, LedgerEntry::a);
        Map<String, LedgerEntry> was = sum(LessonLedger.CAUSES, days, LedgerEntry::a);
        Map<String, LedgerEntry> confirmed = sum(Scores.KIND, days, LedgerEntry::b);
        Set<String> all = new TreeSet<>(first.keySet());
        all.addAll(was.keySet());
        all.addAll(confirmed.keySet());
        all.remove("");
        return all.stream()
                .map(cause -> new CauseCount(
                        cause,
                        n1(first, cause),
                        n1(was, cause) / (double) Lesson.WHOLE,
                        n1(confirmed, cause),
                        confirmed.containsKey(cause) ? confirmed.get(cause).n3() : 0))
                .toList();
    }

    WithoutAnswer codes(int days) {
        return new WithoutAnswer(most(Tallies.UNKNOWN_CODES, days), most(Tallies.UNANSWERED, days));
    }

    RuleHits rules(Release release, int days) {
        Map<String, LedgerEntry> hits = sum(Tallies.RULES, days, LedgerEntry::a);
        List<String> never = release.rules().stream()
                .map(Rule::name)
                .filter(rule -> !hits.containsKey(rule))
                .sorted()
                .toList();
        return new RuleHits(most(hits.values().stream()), never);
    }

    Reliability calibration(int days) {
        Map<String, LedgerEntry> bins = sum(Scores.KIND, days, LedgerEntry::a);
        List<Calibration.Counted> counted = bins.entrySet().stream()
                .filter(bin -> bin.getValue().n1() > 0)
                .map(bin -> new Calibration.Counted(
                        Integer.parseInt(bin.getKey()) / (double) Scores.BINS,
                        bin.getValue().n1(),
                        bin.getValue().n2() / Scores.MILLION,
                        bin.getValue().n3()))
                .sorted(Comparator.comparingDouble(Calibration.Counted::from))
                .toList();
        long answers = counted.stream().mapToLong(Calibration.Counted::cases).sum();
        double squares = bins.values().stream().mapToLong(LedgerEntry::n4).sum() / Scores.MILLION;
        return new Reliability(answers, answers == 0 ? 0 : squares / answers, Calibration.counted(counted));
    }

    private Map<String, LedgerEntry> sum(String kind, int days, Function<LedgerEntry, String> by) {
        Map<String, LedgerEntry> sums = new TreeMap<>();
        ledger.sums(kind, today() - days + 1, today())
                .forEach(entry -> sums.merge(by.apply(entry), entry, LedgerEntry::plus));
        return sums;
    }

    private List<Count> most(String kind, int days) {
        return most(ledger.most(kind, today() - days + 1, today(), MOST_COUNTS).stream());
    }

    private long today() {
        return Math.floorDiv(clock.millis(), DAY);
    }

    private static long n1(Map<String, LedgerEntry> sums, String key) {
        return sums.containsKey(key) ? sums.get(key).n1() : 0;
    }

    private static List<Count> most(Stream<LedgerEntry> sums) {
        return sums.filter(entry -> entry.n1() > 0)
                .map(entry -> new Count(entry.a(), entry.n1()))
                .sorted(Comparator.comparingLong((Count count) -> -count.times())
                        .thenComparing(Count::what))
                .limit(MOST_COUNTS)
                .toList();
    }

    private static FixSuccess fix(LedgerEntry entry) {
        double tried = entry.n1() / (double) Lesson.WHOLE;
        double worked = entry.n2() / (double) Lesson.WHOLE;
        double share = worked / tried;
        double divisor = 1 + Z * Z / tried;
        double centre = (share + Z * Z / (2 * tried)) / divisor;
        double half = Z * Math.sqrt(Math.max(0, share * (1 - share)) / tried + Z * Z / (4 * tried * tried)) / divisor;
        return new FixSuccess(
                entry.a(),
                entry.b(),
                tried,
                worked,
                share,
                Math.max(0, centre - half),
                Math.min(1, centre + half),
                entry.n3() == 0 ? 0 : (double) entry.n4() / entry.n3());
    }
}
