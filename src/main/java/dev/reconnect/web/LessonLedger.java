package dev.reconnect.web;

import dev.reconnect.diagnosis.DayOfClient;
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

    /** a: cause, n1: millionths of a case; {@link #CASES} of all clients and segments, for statistics. */
    static final String CAUSES = "causes";

    /** Named and counted like {@link #TRIALS}, of all clients, for statistics. */
    static final String FIXES = "fixes";

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

    /** The same entries, and with them what they add to the sums over all clients. */
    static List<LedgerEntry> withSums(List<LedgerEntry> entries) {
        List<LedgerEntry> all = new ArrayList<>(entries);
        for (LedgerEntry entry : entries) {
            if (entry.kind().equals(CASES)) {
                all.add(new LedgerEntry(CAUSES, entry.day(), "", entry.b(), "", entry.n1(), 0, 0, 0));
            } else if (entry.kind().equals(TRIALS)) {
                all.add(new LedgerEntry(
                        FIXES, entry.day(), "", entry.a(), entry.b(), entry.n1(), entry.n2(), entry.n3(), entry.n4()));
            }
        }
        return all;
    }

    /** The days on which there is something to learn, in order, both ends included. */
    List<Long> days(long from, long to) {
        return ledger.days(LESSONS, from, to);
    }

    /** What all clients reported on one day. */
    List<DayOfClient> day(long day) {
        Map<String, Map<String, Map<String, Long>>> cases = new HashMap<>();
        Map<String, Map<String, Trials>> trials = new HashMap<>();
        ledger.day(CASES, day).forEach(entry -> cases.computeIfAbsent(entry.client(), client -> new TreeMap<>())
                .computeIfAbsent(entry.a(), segment -> new TreeMap<>())
                .put(entry.b(), entry.n1()));
        ledger.day(TRIALS, day).forEach(entry -> trials.computeIfAbsent(entry.client(), client -> new TreeMap<>())
                .put(entry.a() + '/' + entry.b(), new Trials(entry.n1(), entry.n2(), entry.n3(), entry.n4())));
        return ledger.day(LESSONS, day).stream()
                .filter(entry -> entry.n1() > 0)
                .map(entry -> new DayOfClient(
                        day,
                        entry.client(),
                        entry.n1(),
                        cases.getOrDefault(entry.client(), Map.of()),
                        trials.getOrDefault(entry.client(), Map.of())))
                .toList();
    }
}
