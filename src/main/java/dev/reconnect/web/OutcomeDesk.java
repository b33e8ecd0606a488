package dev.reconnect.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.reconnect.diagnosis.Attribution;
import dev.reconnect.diagnosis.Lesson;
import dev.reconnect.diagnosis.Outcome;
import dev.reconnect.diagnosis.Priors;
import dev.reconnect.release.ActiveRelease;
import dev.reconnect.store.KeptDiagnosis;
import dev.reconnect.store.KeptLesson;
import dev.reconnect.store.KeptOutcome;
import dev.reconnect.store.LedgerEntry;
import dev.reconnect.store.OutcomeStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Takes in what became of diagnoses. */
@ApplicationScoped
class OutcomeDesk {

    private static final long DAY = TimeUnit.DAYS.toSeconds(1);

    /** Cases of the last days are looked through after a start, for what came in while nobody looked. */
    private static final Duration FIRST_LOOK = Duration.ofDays(14);

    /** What was being written while it was last looked. */
    private static final Duration OVERLAP = Duration.ofHours(1);

    private final Desk desk;
    private final ActiveRelease active;
    private final OutcomeStore outcomes;
    private final ObjectMapper json;
    private final Clock clock;
    private volatile Instant looked;

    OutcomeDesk(Desk desk, ActiveRelease active, OutcomeStore outcomes, ObjectMapper json, Clock clock) {
        this.desk = desk;
        this.active = active;
        this.outcomes = outcomes;
        this.json = json;
        this.clock = clock;
        this.looked = clock.instant().minus(FIRST_LOOK);
    }

    /**
     * @param key the caller's idempotency key; without one the same report counts once all the same
     * @throws ProblemException 404 without such a diagnosis, 422 if the report says what is not known here
     */
    OutcomeView record(UUID id, OutcomeRequest request, Optional<String> key, String client) {
        if (request == null) {
            throw new ProblemException(Problem.of(ProblemType.MALFORMED_JSON, "The body is empty.", "See /api-docs."));
        }
        KeptDiagnosis diagnosis = desk.kept(id);
        AnsweredCase answered = AnsweredCase.of(json, diagnosis.answer());
        byte[] body = write(new OutcomeReader(active.get(), answered, clock).read(request));
        String hash = Secrets.hash(
                key.map(given -> "key " + given).orElseGet(() -> "body " + new String(body, StandardCharsets.UTF_8)));
        KeptOutcome report = new KeptOutcome(id, clock.instant(), client, hash, body);
        Optional<KeptOutcome> earlier = outcomes.record(report, reviser(diagnosis));
        if (earlier.filter(before -> !Arrays.equals(before.body(), body)).isPresent()) {
            throw new ProblemException(Problem.of(
                    ProblemType.KEY_REUSED,
                    "This Idempotency-Key was used for another report on this diagnosis.",
                    "Use a new key for each report, and the same key only to repeat a call."));
        }
        return view(id);
    }

    /** @throws ProblemException 404 without such a diagnosis */
    OutcomeView view(UUID id) {
        KeptDiagnosis diagnosis = desk.kept(id);
        List<KeptOutcome> reports = outcomes.reports(id);
        Outcome outcome = together(reports);
        Map<String, Double> causes = new TreeMap<>();
        lesson(diagnosis, reports, outcome)
                .causes()
                .forEach((cause, share) -> causes.put(cause, (double) share / Lesson.WHOLE));
        return new OutcomeView(
                id.toString(),
                reports.size(),
                outcome.tried().stream()
                        .map(tried -> new OutcomeRequest.TriedFix(tried.fix(), tried.result(), tried.minutes()))
                        .toList(),
                outcome.confirmed(),
                List.copyOf(outcome.excluded()),
                causes);
    }

    /** Notes for every failure that came back that its fix did not hold. */
    void noteRecurrences() {
        Instant now = clock.instant();
        for (UUID id : outcomes.comeBack(looked)) {
            Outcome outcome = together(outcomes.reports(id));
            List<OutcomeRequest.TriedFix> back = outcome.recurred().tried().stream()
                    .filter(tried -> tried.result() == Outcome.Result.RECURRED)
                    .map(tried -> new OutcomeRequest.TriedFix(tried.fix(), tried.result(), tried.minutes()))
                    .toList();
            byte[] body =
                    write(new OutcomeRequest(back, Optional.empty(), List.of(), Optional.empty(), Optional.empty()));
            String key = Secrets.hash("recurred " + outcomes.reports(id).size());
            outcomes.record(new KeptOutcome(id, now, "", key, body), reviser(desk.kept(id)));
        }
        looked = now.minus(OVERLAP);
    }

    private OutcomeStore.Reviser reviser(KeptDiagnosis diagnosis) {
        return (reports, before) -> {
            Outcome outcome = together(reports);
            List<LedgerEntry> entries = new ArrayList<>(LessonLedger.entries(lesson(diagnosis, reports, outcome)));
            Scores.entry(diagnosis, outcome, day(reports)).ifPresent(entries::add);
            entries.addAll(FixTimes.entries(outcome, day(reports)));
            List<LedgerEntry> changes = new ArrayList<>(entries);
            before.ifPresent(lesson -> stored(lesson).forEach(entry -> changes.add(entry.negated())));
            Optional<Instant> workedAt = outcome.hasWorked()
                    ? Optional.of(reports.get(reports.size() - 1).reportedAt())
                    : Optional.empty();
            KeptLesson lesson = new KeptLesson(
                    diagnosis.id(),
                    day(reports),
                    diagnosis.firstCause(),
                    diagnosis.probability(),
                    outcome.confirmed().orElse(""),
                    diagnosis.fingerprint(),
                    workedAt,
                    outcome.tried().stream().anyMatch(tried -> tried.result() == Outcome.Result.RECURRED),
                    write(entries));
            return new OutcomeStore.Revision(lesson, LessonLedger.withSums(changes));
        };
    }

    private Lesson lesson(KeptDiagnosis diagnosis, List<KeptOutcome> reports, Outcome outcome) {
        AnsweredCase answered = AnsweredCase.of(json, diagnosis.answer());
        String client = reports.stream()
                .map(KeptOutcome::client)
                .filter(name -> !name.isEmpty())
                .reduce("", (first, last) -> last);
        return new Attribution(Priors.authored(active.get().knowledge()))
                .lesson(day(reports), client, answered.segment(), answered.posterior(), outcome);
    }

    private Outcome together(List<KeptOutcome> reports) {
        return OutcomeReader.together(reports.stream()
                .map(report -> read(report.body(), new TypeReference<OutcomeRequest>() {}))
                .toList());
    }

    private static long day(List<KeptOutcome> reports) {
        return reports.stream()
                .findFirst()
                .map(first -> Math.floorDiv(first.reportedAt().getEpochSecond(), DAY))
                .orElse(0L);
    }

    /** What a lesson added to the ledger. */
    List<LedgerEntry> entries(KeptLesson lesson) {
        return LessonLedger.withSums(stored(lesson));
    }

    private List<LedgerEntry> stored(KeptLesson lesson) {
        return read(lesson.entries(), new TypeReference<List<LedgerEntry>>() {});
    }

    private <T> T read(byte[] bytes, TypeReference<T> type) {
        try {
            return json.readValue(bytes, type);
        } catch (IOException e) {
            throw new IllegalStateException("what is stored can be read", e);
        }
    }

    private byte[] write(Object value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report is always JSON", e);
        }
    }
}
