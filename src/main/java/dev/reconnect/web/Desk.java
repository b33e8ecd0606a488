package dev.reconnect.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.reconnect.diagnosis.Diagnosis;
import dev.reconnect.diagnosis.Report;
import dev.reconnect.intake.Extraction;
import dev.reconnect.knowledge.Risk;
import dev.reconnect.release.Release;
import dev.reconnect.rules.Conclusions;
import dev.reconnect.store.CaseStore;
import dev.reconnect.store.KeptDiagnosis;
import dev.reconnect.store.StoreUnavailableException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/** Takes a request, diagnoses it, keeps the case and hands out the answer. */
@ApplicationScoped
class Desk {

    private static final Logger LOG = Logger.getLogger(Desk.class);
    private static final Problem EMPTY_BODY =
            Problem.of(ProblemType.MALFORMED_JSON, "The body is empty.", "Send a JSON object; /api-docs shows which.");

    static final Problem NOTHING_REPORTED = Problem.at(
            ProblemType.EMPTY_REPORT,
            "/symptoms",
            "There is nothing to diagnose: no symptom and no text.",
            "Begin with an answer to one of the questions, or with the error code.");

    private final Snapshot snapshot;
    private final CaseStore cases;
    private final ObjectMapper json;
    private final ReconnectConfig config;
    private final Clock clock;
    private final Tallies tallies;
    private final AnswerCache answers;
    private final ReleaseSwitch releases;

    Desk(
            Snapshot snapshot,
            CaseStore cases,
            ObjectMapper json,
            ReconnectConfig config,
            Clock clock,
            Tallies tallies,
            AnswerCache answers,
            ReleaseSwitch releases) {
        this.snapshot = snapshot;
        this.cases = cases;
        this.json = json;
        this.config = config;
        this.clock = clock;
        this.tallies = tallies;
        this.answers = answers;
        this.releases = releases;
    }

    /**
     * @param key the caller's idempotency key: the same key with the same request gets the answer that was stored first
     * @throws ProblemException if the request is empty, or holds what the vocabulary does not know
     */
    Answered diagnose(DiagnosisRequest request, Preferences preferences, Optional<String> key) {
        if (request == null) {
            throw new ProblemException(EMPTY_BODY);
        }
        Release release = snapshot.release();
        UUID id = key.map(CaseId::of).orElseGet(CaseId::fresh);
        Report report = new ReportReader(release, config.limits(), clock).read(id.toString(), request);
        if (isEmpty(request, report)) {
            throw new ProblemException(emptyReport(release));
        }
        if (!preferences.store()) {
            return new Answered(report.id(), prepare(release, report).notStored(report.id()), Answered.Kept.NOT_WANTED);
        }
        byte[] asked = write(report);
        return key.flatMap(given -> answeredBefore(id, asked))
                .orElseGet(() -> answer(release, report, Trace.of(request, report, release), id, asked));
    }

    /** @throws ProblemException 422 if the text is too long */
    Extraction extract(ExtractRequest request) {
        if (request == null) {
            throw new ProblemException(EMPTY_BODY);
        }
        return new ReportReader(snapshot.release(), config.limits(), clock).extract(request.text());
    }

    /** @throws ProblemException 404 if nothing is stored under this id */
    byte[] find(UUID id) {
        return kept(id).answer();
    }

    /** @throws ProblemException 404 if nothing is stored under this id */
    KeptDiagnosis kept(UUID id) {
        return cases.find(id)
                .orElseThrow(() -> new ProblemException(Problem.of(
                        ProblemType.NOT_FOUND,
                        "There is no diagnosis of this id.",
                        "Diagnoses that were asked for with Prefer: store=no are not kept.")));
    }

    private PreparedAnswer prepare(Release release, Report report) {
        return answers.of(release, report, () -> {
            AtomicReference<Conclusions> concluded = new AtomicReference<>();
            Diagnosis diagnosis = release.diagnoser().diagnose(report, concluded::set);
            return PreparedAnswer.of(
                    diagnosis, write(new Answer(diagnosis, true)), Tallies.of(release, diagnosis, concluded.get()));
        });
    }

    private Answered answer(Release release, Report report, Trace trace, UUID id, byte[] asked) {
        PreparedAnswer prepared = prepare(release, report);
        byte[] answer = prepared.stored(report.id());
        KeptDiagnosis kept = new KeptDiagnosis(
                id,
                clock.instant(),
                release.id(),
                prepared.priors(),
                prepared.status(),
                prepared.first(),
                prepared.probability(),
                trace.reference(),
                trace.fingerprint(),
                asked,
                answer);
        if (!keep(kept)) {
            return new Answered(report.id(), prepared.notStored(report.id()), Answered.Kept.FAILED);
        }
        tallies.count(prepared.counts());
        return new Answered(report.id(), answer, Answered.Kept.STORED);
    }

    private boolean keep(KeptDiagnosis kept) {
        try {
            releases.keepFolders();
            cases.keep(kept).get(config.store().patience().toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (StoreUnavailableException | ExecutionException | TimeoutException e) {
            LOG.warnf("A diagnosis is answered but not stored: %s", e.getMessage());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Optional<Answered> answeredBefore(UUID id, byte[] asked) {
        Optional<KeptDiagnosis> before = cases.find(id);
        if (before.filter(kept -> !Arrays.equals(kept.request(), asked)).isPresent()) {
            throw new ProblemException(Problem.of(
                    ProblemType.KEY_REUSED,
                    "This Idempotency-Key was used for another request.",
                    "Use a new key for each case, and the same key only to repeat a call."));
        }
        return before.map(kept -> new Answered(id.toString(), kept.answer(), Answered.Kept.STORED));
    }

    static boolean isEmpty(DiagnosisRequest request, Report report) {
        return report.observations().isEmpty()
                && request.text().filter(text -> !text.isBlank()).isEmpty();
    }

    private static Problem emptyReport(Release release) {
        Report nothing = new Report("", List.of(), List.of(), 1, Risk.NONE, Set.of(Report.Part.QUESTIONS));
        return NOTHING_REPORTED.withQuestions(
                release.diagnoser().diagnose(nothing).questions());
    }

    /** As it goes over the wire and into the store. */
    byte[] write(Object value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a diagnosis is always JSON", e);
        }
    }
}
