package dev.reconnect.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.reconnect.release.ActiveRelease;
import dev.reconnect.release.Baseline;
import dev.reconnect.release.Deadline;
import dev.reconnect.release.Draft;
import dev.reconnect.release.DraftCheck;
import dev.reconnect.release.DraftReport;
import dev.reconnect.release.Release;
import dev.reconnect.store.DraftStore;
import dev.reconnect.store.KeptDraft;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/** Takes in drafts: has them checked, keeps them, and knows the last one built for whoever publishes it next. */
@ApplicationScoped
class DraftDesk {

    private static final Logger LOG = Logger.getLogger(DraftDesk.class);

    /** One that was just built, so that publishing it at once builds nothing. */
    private record Fresh(String draft, Release release) {}

    private record Of(String release, Baseline baseline) {}

    private final ActiveRelease active;
    private final CheckQueue queue;
    private final Replays replays;
    private final DraftStore drafts;
    private final ObjectMapper json;
    private final ReconnectConfig config;
    private final Clock clock;
    private final Discretion discretion;
    private final RateLimit limit;
    private final AtomicReference<Fresh> fresh = new AtomicReference<>();
    private final AtomicReference<Of> baseline = new AtomicReference<>();

    DraftDesk(
            ActiveRelease active,
            CheckQueue queue,
            Replays replays,
            DraftStore drafts,
            ObjectMapper json,
            ReconnectConfig config,
            Clock clock,
            Discretion discretion) {
        this.active = active;
        this.discretion = discretion;
        this.queue = queue;
        this.replays = replays;
        this.drafts = drafts;
        this.json = json;
        this.config = config;
        this.clock = clock;
        this.limit = new RateLimit(config.drafts().perMinute());
    }

    /**
     * Checks a draft and keeps it with what was found.
     *
     * @param base the release that its author worked from, if that was said
     * @throws ProblemException 409 if another release is active by now, 429 or 503 if there are too many drafts
     */
    DraftView take(DraftRequest request, String author, String authorKey) {
        if (!limit.allows(authorKey, System.nanoTime())) {
            throw new ProblemException(Problems.ofStatus(429));
        }
        Draft draft = DraftReader.read(request);
        String note = discretion.note(request.note());
        Release base = active.get();
        if (request.base().filter(id -> !id.equals(base.id())).isPresent()) {
            throw new ProblemException(Problem.at(
                    ProblemType.CONFLICT,
                    "/base",
                    "The release " + base.id() + " is active by now.",
                    "Read its files, make the change anew and send that."));
        }
        String id = CaseId.fresh().toString();
        Instant madeAt = clock.instant();
        DraftReport report = queue.run(() -> check(base, draft));
        DraftView view = DraftView.of(
                id,
                base,
                madeAt,
                author,
                note,
                report,
                Duration.between(madeAt, clock.instant()).toMillis());
        keep(view, draft, authorKey);
        report.built().ifPresent(built -> fresh.set(new Fresh(id, built)));
        return view;
    }

    /** The release that a draft would be, if it is still known. */
    Optional<Release> built(String draft) {
        return Optional.ofNullable(fresh.get())
                .filter(known -> known.draft().equals(draft))
                .map(Fresh::release);
    }

    Draft draft(KeptDraft kept) {
        try {
            return json.readValue(kept.files(), Draft.class);
        } catch (IOException e) {
            throw new IllegalStateException("what is stored can be read", e);
        }
    }

    private DraftReport check(Release base, Draft draft) {
        Deadline deadline = Deadline.in(config.drafts().deadline());
        try {
            return new DraftCheck(baseline(base, deadline), deadline)
                    .check(draft, replays.newest(config.drafts().replay()));
        } catch (Deadline.Passed e) {
            return failed(draft, e.getMessage());
        } catch (StackOverflowError | OutOfMemoryError e) {
            // Caught here and nowhere else: the draft is at fault, and all that its check took is garbage by now.
            LOG.warnf("The check of a draft was ended: %s", e.getClass().getSimpleName());
            return failed(draft, "it takes too much memory");
        }
    }

    private Baseline baseline(Release base, Deadline deadline) {
        Of known = baseline.get();
        if (known == null || !known.release().equals(base.id())) {
            known = new Of(base.id(), Baseline.of(base, deadline));
            baseline.set(known);
        }
        return known.baseline();
    }

    private static DraftReport failed(Draft draft, String why) {
        String file = draft.files().isEmpty() ? "rules" : draft.files().firstKey();
        return DraftReport.failed(List.of(CheckQueue.failed(file, why)));
    }

    private void keep(DraftView view, Draft draft, String authorKey) {
        drafts.dropOlderThan(clock.instant().minus(config.drafts().keep()));
        drafts.keep(new KeptDraft(
                view.id(),
                view.base().id(),
                view.madeAt(),
                view.author(),
                authorKey,
                view.note(),
                write(draft),
                write(view),
                ""));
    }

    private byte[] write(Object value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a draft is always JSON", e);
        }
    }
}
