package dev.reconnect.web;

import dev.reconnect.diagnosis.Diagnosis;
import dev.reconnect.diagnosis.Observation;
import dev.reconnect.diagnosis.Origin;
import dev.reconnect.diagnosis.Report;
import dev.reconnect.intake.Extracted;
import dev.reconnect.intake.Extraction;
import dev.reconnect.knowledge.Risk;
import dev.reconnect.release.Release;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Turns what a portal sent into a report, and collects everything that is wrong with it. For one request. */
final class ReportReader {

    private static final int CAUSES = 5;
    private static final int MOST_CAUSES = 50;

    private final Release release;
    private final ReconnectConfig.Limits limits;
    private final Clock clock;
    private final Set<Report.Part> otherwise;
    private final List<Problem.Error> errors = new ArrayList<>();

    ReportReader(Release release, ReconnectConfig.Limits limits, Clock clock) {
        this(release, limits, clock, Set.of(Report.Part.values()));
    }

    /** @param otherwise the parts of the answer to a request that does not say which it wants */
    ReportReader(Release release, ReconnectConfig.Limits limits, Clock clock, Set<Report.Part> otherwise) {
        this.release = release;
        this.limits = limits;
        this.clock = clock;
        this.otherwise = otherwise;
    }

    /** @throws ProblemException 422 with every offending place */
    Report read(String id, DiagnosisRequest request) {
        int limit = limit(request);
        Observations observations = new Observations(release.knowledge().symptoms());
        SymptomReader symptoms = new SymptomReader(release, limits.value(), observations, errors);
        if (request.symptoms().size() > limits.symptoms()) {
            error(
                    "/symptoms/" + limits.symptoms(),
                    request.symptoms().size() + " symptoms are more than the " + limits.symptoms() + " of one report.",
                    "Report each symptom once.");
        } else {
            for (int i = 0; i < request.symptoms().size(); i++) {
                symptoms.read("/symptoms/" + i, request.symptoms().get(i));
            }
        }
        checkText(request.text().orElse(""));
        if (!errors.isEmpty()) {
            throw new ProblemException(Problem.of(ProblemType.INVALID_REPORT, errors));
        }
        request.text().ifPresent(text -> text(text, observations));
        return new Report(
                id,
                observations.list(),
                observations.notices(),
                limit,
                request.maxRisk().orElse(Risk.HIGH),
                request.include().orElse(otherwise));
    }

    /**
     * Reads a text alone.
     *
     * @throws ProblemException 422 if it is too long or not well formed
     */
    Extraction extract(String text) {
        checkText(text);
        if (!errors.isEmpty()) {
            throw new ProblemException(Problem.of(ProblemType.INVALID_REPORT, errors));
        }
        return release.intake().read(text, clock);
    }

    private int limit(DiagnosisRequest request) {
        int limit = request.limit().orElse(CAUSES);
        if (limit < 1 || limit > MOST_CAUSES) {
            error(
                    "/limit",
                    "limit must be between 1 and " + MOST_CAUSES + " but is " + limit + ".",
                    "Leave it out for " + CAUSES + ".");
        }
        return limit;
    }

    private void checkText(String text) {
        if (text.length() > limits.text()) {
            error(
                    "/text",
                    "The text has " + text.length() + " characters; " + limits.text() + " are read.",
                    "Send the part around the failure.");
        } else if (hasHalfCharacter(text)) {
            error("/text", "The text holds half a character (an unpaired surrogate).", "Send valid Unicode.");
        }
    }

    private void text(String text, Observations observations) {
        Extraction extraction = release.intake().read(text, clock);
        for (Extracted found : extraction.symptoms()) {
            observations.add(
                    new Observation(found.symptom(), new Origin.Quoted(found.start(), found.end(), found.quote())));
        }
        // A portal points to the whole text, because no single place of it says so.
        extraction
                .resembles()
                .forEach(
                        symptom -> observations.add(new Observation(symptom, new Origin.Quoted(0, text.length(), ""))));
        extraction
                .notes()
                .forEach(note -> observations.note(new Diagnosis.Notice(note.kind(), note.message(), List.of())));
    }

    /** Half a surrogate pair cannot be written as UTF-8, so it could be neither answered nor stored. */
    static boolean hasHalfCharacter(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                boolean whole = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!whole) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    private void error(String pointer, String detail, String hint) {
        errors.add(new Problem.Error(pointer, detail, hint, List.of()));
    }
}
