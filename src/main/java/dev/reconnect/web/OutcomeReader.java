package dev.reconnect.web;

import dev.reconnect.diagnosis.Lesson;
import dev.reconnect.diagnosis.Outcome;
import dev.reconnect.knowledge.Nearest;
import dev.reconnect.release.Release;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks what a portal reports on a case, and collects everything that is wrong with it. For one request. */
final class OutcomeReader {

    private static final int MOST = 50;
    private static final int LONGEST_NOTE = 10_000;
    private static final double MOST_MINUTES = 10_000;

    private final Release release;
    private final AnsweredCase answered;
    private final Clock clock;
    private final List<Problem.Error> errors = new ArrayList<>();

    OutcomeReader(Release release, AnsweredCase answered, Clock clock) {
        this.release = release;
        this.answered = answered;
        this.clock = clock;
    }

    /**
     * The same with the note masked.
     *
     * @throws ProblemException 422 with every offending place
     */
    OutcomeRequest read(OutcomeRequest request) {
        if (request.tried().size() > MOST || request.excluded().size() > MOST) {
            error("/tried", "More than " + MOST + " fixes or causes are not possible.", "Report what was done.", "");
        } else {
            checkFixes(request);
            checkCauses(request);
        }
        checkMinutes("/minutes", request.minutes());
        String note = request.note().orElse("");
        if (note.length() > LONGEST_NOTE || ReportReader.hasHalfCharacter(note)) {
            error(
                    "/note",
                    "The note is longer than " + LONGEST_NOTE + " characters, or no valid Unicode.",
                    "Shorten it.",
                    "");
        }
        if (request.tried().isEmpty()
                && request.confirmed().isEmpty()
                && request.excluded().isEmpty()) {
            error("", "The report says nothing.", "Say which fix was tried, or which cause it was or was not.", "");
        }
        if (!errors.isEmpty()) {
            throw new ProblemException(Problem.of(ProblemType.INVALID_OUTCOME, errors));
        }
        return new OutcomeRequest(
                timed(request), request.confirmed(), request.excluded(), request.minutes(), masked(note));
    }

    /** One time for one fix belongs to that fix. */
    private static List<OutcomeRequest.TriedFix> timed(OutcomeRequest request) {
        if (request.tried().size() != 1 || request.tried().get(0).minutes().isPresent()) {
            return request.tried();
        }
        OutcomeRequest.TriedFix only = request.tried().get(0);
        return List.of(new OutcomeRequest.TriedFix(only.fix(), only.result(), request.minutes()));
    }

    private Optional<String> masked(String note) {
        return note.isBlank()
                ? Optional.empty()
                : Optional.of(release.intake().read(note, clock).masked());
    }

    private void checkFixes(OutcomeRequest request) {
        Set<String> known = new HashSet<>(release.knowledge().fixes().keySet());
        known.addAll(answered.fixes());
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < request.tried().size(); i++) {
            OutcomeRequest.TriedFix tried = request.tried().get(i);
            String fix = tried.fix() == null ? "" : tried.fix();
            if (!known.contains(fix)) {
                error(
                        "/tried/" + i + "/fix",
                        "There is no such fix.",
                        "Fixes stand in the plan of the diagnosis.",
                        near(fix, known));
            } else if (!seen.add(fix)) {
                error("/tried/" + i + "/fix", "This fix stands here twice.", "Report how it ended.", "");
            }
            if (tried.result() == null) {
                error(
                        "/tried/" + i + "/result",
                        "There is no result.",
                        "worked, did-not-help, skipped or recurred.",
                        "");
            }
            checkMinutes("/tried/" + i + "/minutes", tried.minutes());
        }
    }

    private void checkCauses(OutcomeRequest request) {
        Set<String> known = new HashSet<>(release.knowledge().causes().keySet());
        known.addAll(answered.posterior().keySet());
        known.add(Lesson.OTHER);
        request.confirmed()
                .filter(cause -> !known.contains(cause))
                .ifPresent(
                        cause -> error("/confirmed", "There is no such cause.", "Or \"other\".", near(cause, known)));
        for (int i = 0; i < request.excluded().size(); i++) {
            String cause = request.excluded().get(i);
            if (!known.contains(cause)) {
                error("/excluded/" + i, "There is no such cause.", "GET /v1/causes lists them.", near(cause, known));
            } else if (request.confirmed().filter(cause::equals).isPresent()) {
                error("/excluded/" + i, "This cause is confirmed and excluded at once.", "Report one of the two.", "");
            }
        }
    }

    private void checkMinutes(String pointer, Optional<Double> minutes) {
        if (minutes.filter(value -> !(value >= 0 && value <= MOST_MINUTES)).isPresent()) {
            error(
                    pointer,
                    "Minutes lie between 0 and " + (int) MOST_MINUTES + ".",
                    "Leave them out if nobody knows.",
                    "");
        }
    }

    private static String near(String word, Set<String> known) {
        return Nearest.to(word, known).orElse("");
    }

    private void error(String pointer, String detail, String hint, String nearest) {
        errors.add(new Problem.Error(pointer, detail, hint, nearest.isEmpty() ? List.of() : List.of(nearest)));
    }

    /** All reports on a case as one. */
    static Outcome together(List<OutcomeRequest> reports) {
        Outcome outcome = Outcome.NOTHING;
        for (OutcomeRequest report : reports) {
            outcome = outcome.then(new Outcome(
                    report.tried().stream().map(OutcomeRequest.TriedFix::tried).toList(),
                    report.confirmed(),
                    Set.copyOf(report.excluded())));
        }
        return outcome;
    }
}
