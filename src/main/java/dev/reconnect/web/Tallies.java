package dev.reconnect.web;

import dev.reconnect.diagnosis.Diagnosis;
import dev.reconnect.diagnosis.Origin;
import dev.reconnect.knowledge.SymptomDefinition;
import dev.reconnect.release.Release;
import dev.reconnect.rules.Conclusions;
import dev.reconnect.store.Ledger;
import dev.reconnect.store.LedgerEntry;
import dev.reconnect.store.StoreUnavailableException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/**
 * Counts what is asked and answered. In memory, and added to the ledger every few seconds, so that diagnosing does not
 * wait for it; a process that is killed loses the counts of these seconds, and nothing else.
 */
@ApplicationScoped
class Tallies {

    /** a: first cause, b: status. */
    static final String ANSWERS = "answers";

    /** a: symptom, b: value, of choices and codes; values of texts and numbers are not counted. */
    static final String SYMPTOMS = "symptoms";

    /** a: a code, as {@code symptom=value}, that no list and no rule knows. */
    static final String UNKNOWN_CODES = "unknown-codes";

    /** a: the symptoms together, of cases without an answer. */
    static final String UNANSWERED = "unanswered";

    /** a: rule. */
    static final String RULES = "rules";

    private static final long DAY = TimeUnit.DAYS.toMillis(1);
    private static final int LONGEST = 200;

    /** Something to count, whatever the day. */
    record Counted(String kind, String a, String b) {}

    private record Count(String kind, long day, String a, String b) {}

    private final Map<Count, LongAdder> counts = new ConcurrentHashMap<>();
    private final Ledger ledger;
    private final Clock clock;

    Tallies(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    void count(List<Counted> all) {
        long day = Math.floorDiv(clock.millis(), DAY);
        all.forEach(one -> add(one.kind(), day, one.a(), one.b()));
    }

    /** What there is to count of a diagnosis. */
    static List<Counted> of(Release release, Diagnosis diagnosis, Conclusions conclusions) {
        List<Counted> counted = new ArrayList<>();
        String status = JsonStyle.word(diagnosis.status());
        String first = diagnosis.causes().stream()
                .findFirst()
                .map(Diagnosis.RankedCause::id)
                .orElse("");
        counted.add(new Counted(ANSWERS, first, status));
        List<String> seen = new ArrayList<>();
        for (Diagnosis.SeenSymptom symptom : diagnosis.symptoms()) {
            if (isPlain(release, symptom.id())) {
                counted.add(new Counted(SYMPTOMS, symptom.id(), shorten(symptom.value())));
                seen.add(symptom.id() + "=" + symptom.value());
            }
        }
        counted.addAll(unknownCodes(diagnosis));
        if (status.equals("undetermined")) {
            counted.add(new Counted(UNANSWERED, shorten(seen.stream().sorted().collect(Collectors.joining(" "))), ""));
        }
        fired(conclusions).forEach(rule -> counted.add(new Counted(RULES, rule, "")));
        return counted;
    }

    private static List<Counted> unknownCodes(Diagnosis diagnosis) {
        List<Counted> counted = new ArrayList<>();
        for (Diagnosis.Notice notice : diagnosis.warnings()) {
            if (notice.kind().equals("unknown-code")) {
                diagnosis.symptoms().stream()
                        .filter(symptom -> symptom.source() instanceof Origin.Reported place
                                && notice.symptoms().contains(place.pointer()))
                        .map(symptom -> shorten(symptom.id() + "=" + symptom.value()))
                        .forEach(code -> counted.add(new Counted(UNKNOWN_CODES, code, "")));
            }
        }
        return counted;
    }

    @Scheduled(
            every = "5s",
            delayed = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    synchronized void flush() {
        List<LedgerEntry> entries = new ArrayList<>();
        for (Count count : List.copyOf(counts.keySet())) {
            LongAdder adder = counts.remove(count);
            entries.add(new LedgerEntry(count.kind(), count.day(), "", count.a(), count.b(), adder.sum(), 0, 0, 0));
        }
        try {
            ledger.add(entries);
        } catch (StoreUnavailableException e) {
            entries.forEach(entry ->
                    adder(entry.kind(), entry.day(), entry.a(), entry.b()).add(entry.n1()));
        }
    }

    void stop(@Observes ShutdownEvent event) {
        flush();
    }

    private void add(String kind, long day, String a, String b) {
        // Within the map's own lock: a counter that flush has just taken out must not be counted up any more.
        counts.compute(new Count(kind, day, a, b), (count, adder) -> {
            LongAdder sum = adder == null ? new LongAdder() : adder;
            sum.increment();
            return sum;
        });
    }

    private LongAdder adder(String kind, long day, String a, String b) {
        return counts.computeIfAbsent(new Count(kind, day, a, b), count -> new LongAdder());
    }

    private static Set<String> fired(Conclusions conclusions) {
        Set<String> rules = new TreeSet<>();
        conclusions.evidence().forEach(item -> rules.add(item.rule()));
        conclusions.advice().forEach(item -> rules.add(item.rule()));
        conclusions.warnings().forEach(item -> rules.add(item.rule()));
        conclusions.derived().forEach(item -> rules.add(item.rule()));
        return rules;
    }

    private static boolean isPlain(Release release, String symptom) {
        SymptomDefinition definition = release.knowledge().symptoms().get(symptom);
        return definition != null
                && (definition.type() == SymptomDefinition.Type.CHOICE
                        || definition.type() == SymptomDefinition.Type.CODE);
    }

    private static String shorten(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
