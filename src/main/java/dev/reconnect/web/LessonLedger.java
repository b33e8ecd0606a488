package dev.reconnect.web;

import dev.reconnect.diagnosis.DayOfClient;
import dev.reconnect.diagnosis.Learning;
import dev.reconnect.diagnosis.Lesson;
import dev.reconnect.diagnosis.Trials;
import dev.reconnect.store.Ledger;
import dev.reconnect.store.LedgerEntry;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Lessons as entries of the ledger, and back. */
@Singleton
class LessonLedger {

    /** n1: lessons. */
    static final String LESSONS = "lessons";

    /** a: segment, b: cause, n1: millionths of a case. */
    static final String CASES = "cases";

    /** a: cause, b: fix, n1: tried, n2: worked, n3: timed, in millionths; n4: minutes, in millionths. */
    static final String TRIALS = "trials";

    private final Ledger ledger;

    LessonLedger(Ledger ledger) {
        this.ledger = ledger;
    }

    static List<LedgerEntry> entries(Lesson lesson) {
        List<LedgerEntry> entries = new ArrayList<>();
        if (lesson.causes().isEmpty() && lesson.tried().isEmpty()) {
            return entries;
        }
        entries.add(new LedgerEntry(LESSONS, lesson.day(), lesson.client(), "", "", 1, 0, 0, 0));
        lesson.causes()
                .forEach((cause, share) -> entries.add(new LedgerEntry(
                        CASES, lesson.day(), lesson.client(), lesson.segment(), cause, share, 0, 0, 0)));
        for (Lesson.Trial trial : lesson.tried()) {
            Trials one = Trials.of(trial);
            entries.add(new LedgerEntry(
                    TRIALS,
                    lesson.day(),
                    lesson.client(),
                    trial.cause(),
                    trial.fix(),
                    one.tried(),
                    one.worked(),
                    one.timed(),
                    one.minutes()));
        }
        return entries;
    }

    /** All that still counts today. */
    List<DayOfClient> days(Learning.Settings settings, long today) {
        long from = Learning.firstDay(settings, today);
        Map<String, Map<String, Map<String, Long>>> cases = new HashMap<>();
        Map<String, Map<String, Trials>> trials = new HashMap<>();
        ledger.read(CASES, from, today).forEach(entry -> cases.computeIfAbsent(key(entry), key -> new TreeMap<>())
                .computeIfAbsent(entry.a(), segment -> new TreeMap<>())
                .put(entry.b(), entry.n1()));
        ledger.read(TRIALS, from, today).forEach(entry -> trials.computeIfAbsent(key(entry), key -> new TreeMap<>())
                .put(entry.a() + '/' + entry.b(), new Trials(entry.n1(), entry.n2(), entry.n3(), entry.n4())));
        return ledger.read(LESSONS, from, today).stream()
                .filter(entry -> entry.n1() > 0)
                .map(entry -> new DayOfClient(
                        entry.day(),
                        entry.client(),
                        entry.n1(),
                        cases.getOrDefault(key(entry), Map.of()),
                        trials.getOrDefault(key(entry), Map.of())))
                .toList();
    }

    private static String key(LedgerEntry entry) {
        return entry.day() + " " + entry.client();
    }
}
