package dev.reconnect.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.reconnect.release.ActiveRelease;
import dev.reconnect.release.Release;
import dev.reconnect.release.ReleaseBuilder;
import dev.reconnect.store.DraftStore;
import dev.reconnect.store.KeptDraft;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Optional;

/** Turns a checked draft into the release that answers. */
@ApplicationScoped
class Publishing {

    private final DraftStore drafts;
    private final DraftDesk desk;
    private final ReleaseSwitch releases;
    private final ActiveRelease active;
    private final ReconnectConfig config;
    private final ObjectMapper json;

    Publishing(
            DraftStore drafts,
            DraftDesk desk,
            ReleaseSwitch releases,
            ActiveRelease active,
            ReconnectConfig config,
            ObjectMapper json) {
        this.drafts = drafts;
        this.desk = desk;
        this.releases = releases;
        this.active = active;
        this.config = config;
        this.json = json;
    }

    /**
     * Publishing the same draft again does nothing, so that a caller in doubt may. One at a time: each builds a release.
     *
     * @throws ProblemException 404 without such a draft, 403 if the author may not, 422 with flaws or without a reason that
     *                          is needed, 409 if another release is active by now
     */
    synchronized void publish(String id, String note, Caller publisher) {
        releases.catchUp();
        KeptDraft draft =
                drafts.find(id).orElseThrow(() -> Found.nothing("draft", "Send it in again: POST /v1/drafts."));
        if (!draft.published().isEmpty()) {
            if (!active.get().id().equals(draft.published())) {
                throw conflict(
                        "This draft was published as " + draft.published() + " before.", "Activate that release.");
            }
            return;
        }
        if (config.fourEyes() && draft.authorKey().equals(publisher.keyId())) {
            throw new ProblemException(Problem.of(
                    ProblemType.NOT_ALLOWED,
                    "Whoever sent a draft in may not publish it here.",
                    "Ask somebody with another publisher key."));
        }
        allow(draft, note);
        Release release = built(draft);
        String reason = note.isEmpty() ? draft.note() : note;
        if (!releases.publish(release, draft.base(), publisher.name(), reason)) {
            throw stale(draft, active.get());
        }
        drafts.published(id, release.id());
    }

    private void allow(KeptDraft draft, String note) {
        JsonNode report = read(draft.report());
        if (!report.path("publishable").asBoolean()) {
            throw new ProblemException(Problem.of(
                    ProblemType.DRAFT_FLAWED,
                    "This draft has flaws that are errors.",
                    "GET /v1/drafts/" + draft.id() + " lists them. Mend them and send it in again."));
        }
        if (report.path("needsReason").asBoolean() && note.isBlank()) {
            throw new ProblemException(Problem.at(
                    ProblemType.REASON_NEEDED,
                    "/note",
                    "With this draft " + report.path("labelled").path("worse").asInt()
                            + " cases of known cause are answered worse, or are gone.",
                    "Look at the turns with \"worse\": true. If that is right, publish with a note that says why."));
        }
    }

    private Release built(KeptDraft draft) {
        Release now = active.get();
        if (!now.id().equals(draft.base())) {
            throw stale(draft, now);
        }
        return ReleaseBuilder.build(desk.draft(draft).on(now.files()), Optional.of(now))
                .release()
                .orElseThrow(() -> conflict(
                        "The draft " + draft.id() + " cannot be built by this version of the service.",
                        "Send it in again."));
    }

    private static ProblemException stale(KeptDraft draft, Release now) {
        return conflict(
                "The draft was checked against " + draft.base() + ", but " + now.id() + " is active by now.",
                "Send it in again: what it changes may be something else now.");
    }

    private static ProblemException conflict(String detail, String hint) {
        return new ProblemException(Problem.of(ProblemType.CONFLICT, detail, hint));
    }

    private JsonNode read(byte[] report) {
        try {
            return json.readTree(report);
        } catch (IOException e) {
            throw new IllegalStateException("what is stored is JSON", e);
        }
    }
}
