package dev.reconnect.web;

import dev.reconnect.diagnosis.Diagnosis;
import dev.reconnect.knowledge.Flaw;
import dev.reconnect.release.DraftReport;
import dev.reconnect.release.Release;
import dev.reconnect.release.Turn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A draft with what its check found out.
 *
 * @param base        the release that it was checked against
 * @param becomes     the release that it would be; absent when it cannot be built
 * @param flaws       that it brings in
 * @param inherited   how many flaws of the base remain; they keep nobody from publishing
 * @param publishable whether no flaw is an error
 * @param needsReason whether a labelled case is answered worse, so that publishing needs a note that says why
 * @param turns       cases whose first cause changes, labelled ones first; 200 at most
 * @param labelled    what became of the cases of the knowledge
 * @param replay      what became of stored diagnoses, newest first
 * @param millis      how long the check took
 */
@Schema(name = "CheckedDraft")
public record DraftView(
        String id,
        Diagnosis.ReleaseName base,
        Optional<Diagnosis.ReleaseName> becomes,
        Instant madeAt,
        String author,
        String note,
        List<Flaw> flaws,
        int inherited,
        boolean publishable,
        boolean needsReason,
        List<Turn> turns,
        DraftReport.Tally labelled,
        DraftReport.Tally replay,
        long millis) {

    static DraftView of(
            String id, Release base, Instant madeAt, String author, String note, DraftReport report, long millis) {
        return new DraftView(
                id,
                new Diagnosis.ReleaseName(base.id(), base.digest()),
                report.becomes(),
                madeAt,
                author,
                note,
                report.flaws(),
                report.inherited(),
                report.publishable(),
                report.needsReason(),
                report.turns(),
                report.labelled(),
                report.replay(),
                millis);
    }
}
