package dev.reconnect.web;

import dev.reconnect.diagnosis.Lesson;
import dev.reconnect.quality.Calibration;
import dev.reconnect.release.Release;
import dev.reconnect.rules.Rule;
import dev.reconnect.store.Ledger;
import dev.reconnect.store.LedgerEntry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the running sums say. No call reads single cases. */
@ApplicationScoped
class Statistics {

    private static final long DAY = TimeUnit.DAYS.toMillis(1);
    private static final int MONTH = 30;
    private static final double Z = 1.96;
    private static final int MOST = 200;
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

    /**
     * @param index  population stability index; below 0.1 little has changed, above 0.25 much has
     * @param shifts of the symptoms' shares of all cases, the greatest first
     */
    public record Drift(double index, List<SymptomShift> shifts) {}

    public record SymptomShift(String symptom, double before, double now) {}

    private final Ledger ledger;
    private final Clock clock;

    Statistics(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    List<FixSuccess> fixes(int days) {
        Map<String, LedgerEntry> sums = sum(LessonLedger.TRIALS, days, entry -> entry.a() + "/" + entry.b());
        return sums.values().stream()
                .filter(entry -> entry.n1() > 0)
                .map(Statistics::fix)
                .sorted(Comparator.comparingDouble((FixSuccess fix) -> -fix.tried())
                        .thenComparing(FixSuccess::cause)
                        .thenComparing(FixSuccess::fix))
                .toList();
    }

    List<CauseCount> causes(int days) {
        Map<String, LedgerEntry> first = sum(Tallies.ANSWERS, days, LedgerEntry::a);
        Map<String, LedgerEntry> was = sum(LessonLedger.CASES, days, LedgerEntry::b);
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
        return new WithoutAnswer(
                most(sum(Tallies.UNKNOWN_CODES, days, LedgerEntry::a)),
                most(sum(Tallies.UNANSWERED, days, LedgerEntry::a)));
    }

    RuleHits rules(Release release, int days) {
        Map<String, LedgerEntry> hits = sum(Tallies.RULES, days, LedgerEntry::a);
        List<String> never = release.rules().stream()
                .map(Rule::name)
                .filter(rule -> !hits.containsKey(rule))
                .sorted()
                .toList();
        return new RuleHits(most(hits), never);
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

    Drift drift() {
        long today = today();
        Map<String, Double> now = shares(today - MONTH + 1, today);
        Map<String, Double> before = shares(today - 2 * MONTH + 1, today - MONTH);
        Set<String> all = new TreeSet<>(now.keySet());
        all.addAll(before.keySet());
        List<SymptomShift> shifts = new ArrayList<>();
        double index = 0;
        for (String symptom : all) {
            double was = before.getOrDefault(symptom, 0.0);
            double is = now.getOrDefault(symptom, 0.0);
            shifts.add(new SymptomShift(symptom, was, is));
            if (was > 0 && is > 0) {
                index += (is - was) * Math.log(is / was);
            }
        }
        shifts.sort(Comparator.comparingDouble((SymptomShift shift) -> -Math.abs(shift.now() - shift.before()))
                .thenComparing(SymptomShift::symptom));
        return new Drift(
                before.isEmpty() || now.isEmpty() ? 0 : index,
                shifts.stream().limit(MOST).toList());
    }

    /** Of all symptoms that were seen. */
    private Map<String, Double> shares(long from, long to) {
        Map<String, Double> shares = new TreeMap<>();
        double sum = 0;
        for (LedgerEntry entry : ledger.read(Tallies.SYMPTOMS, from, to)) {
            shares.merge(entry.a() + "=" + entry.b(), (double) entry.n1(), Double::sum);
            sum += entry.n1();
        }
        double whole = sum;
        shares.replaceAll((symptom, times) -> times / whole);
        return shares;
    }

    private Map<String, LedgerEntry> sum(String kind, int days, Function<LedgerEntry, String> by) {
        long today = today();
        Map<String, LedgerEntry> sums = new TreeMap<>();
        for (LedgerEntry entry : ledger.read(kind, today - days + 1, today)) {
            LedgerEntry plain =
                    new LedgerEntry(kind, 0, "", entry.a(), entry.b(), entry.n1(), entry.n2(), entry.n3(), entry.n4());
            sums.merge(by.apply(entry), plain, LedgerEntry::plus);
        }
        return sums;
    }

    private long today() {
        return Math.floorDiv(clock.millis(), DAY);
    }

    private static long n1(Map<String, LedgerEntry> sums, String key) {
        return sums.containsKey(key) ? sums.get(key).n1() : 0;
    }

    private static List<Count> most(Map<String, LedgerEntry> sums) {
        return sums.entrySet().stream()
                .map(entry -> new Count(entry.getKey(), entry.getValue().n1()))
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
