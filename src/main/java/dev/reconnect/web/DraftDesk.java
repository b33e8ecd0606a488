package dev.reconnect.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.reconnect.release.ActiveRelease;
import dev.reconnect.release.Draft;
import dev.reconnect.release.DraftReport;
import dev.reconnect.release.Release;
import dev.reconnect.store.DraftStore;
import dev.reconnect.store.KeptDraft;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** Takes in drafts: has them checked, and keeps them with what was found. */
@ApplicationScoped
class DraftDesk {

    private final ActiveRelease active;
    private final CheckQueue queue;
    private final Gate gate;
    private final Replays replays;
    private final DraftStore drafts;
    private final ObjectMapper json;
    private final ReconnectConfig config;
    private final Clock clock;
    private final Discretion discretion;
    private final RateLimit limit;

    DraftDesk(
            ActiveRelease active,
            CheckQueue queue,
            Gate gate,
            Replays replays,
            DraftStore drafts,
            ObjectMapper json,
            ReconnectConfig config,
            Clock clock,
            Discretion discretion) {
        this.active = active;
        this.discretion = discretion;
        this.queue = queue;
        this.gate = gate;
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
     * @param sent read in line only, because an archive unpacks to many times its size
     * @throws ProblemException 409 if another release is active by now, 429 or 503 if there are too many drafts
     */
    DraftView take(Supplier<DraftRequest> sent, String author, String authorKey) {
        if (!limit.allows(authorKey, System.nanoTime())) {
            throw new ProblemException(Problems.ofStatus(429));
        }
        return queue.run(() -> check(sent.get(), author, authorKey));
    }

    private DraftView check(DraftRequest request, String author, String authorKey) {
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
        Instant madeAt = clock.instant();
        DraftReport report =
                gate.check(base, draft, replays.newest(config.drafts().replay()));
        DraftView view = DraftView.of(
                CaseId.fresh().toString(),
                base,
                madeAt,
                author,
                note,
                report,
                Duration.between(madeAt, clock.instant()).toMillis());
        keep(view, draft, authorKey);
        return view;
    }

    Draft draft(KeptDraft kept) {
        try {
            return json.readValue(kept.files(), Draft.class);
        } catch (IOException e) {
            throw new IllegalStateException("what is stored can be read", e);
        }
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
