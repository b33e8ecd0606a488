package dev.reconnect.release;

import dev.reconnect.diagnosis.Ranking;
import dev.reconnect.knowledge.Case;
import dev.reconnect.knowledge.FileSet;
import dev.reconnect.knowledge.Flaw;
import dev.reconnect.rules.FiringLimitReached;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out what is wrong with a draft and what it would change, before anybody is answered by it. Nothing of a draft is
 * ever compiled or run as code; the deadline is asked between files, cases and replayed diagnoses, each of which takes
 * milliseconds.
 */
public final class DraftCheck {

    private final Baseline base;
    private final Deadline deadline;

    public DraftCheck(Baseline base, Deadline deadline) {
        this.base = base;
        this.deadline = deadline;
    }

    /**
     * @param stored diagnoses to ask for again; read one by one, and only as far as the deadline allows
     * @throws Deadline.Passed if the flaws cannot be told in time
     */
    public DraftReport check(Draft draft, Iterable<StoredCase> stored) {
        FileSet files = draft.on(base.release().files());
        List<Flaw> all = Checked.of(files, deadline::check).flaws();
        List<Flaw> news = all.stream().filter(flaw -> !base.has(flaw)).toList();
        int inherited = all.size() - news.size();
        if (all.stream().anyMatch(flaw -> flaw.isError() && keepsFromBuilding(flaw))) {
            return DraftReport.refused(news, inherited);
        }
        ReleaseBuilder.Built built = ReleaseBuilder.build(files);
        if (built.release().isEmpty()) {
            List<Flaw> more = new ArrayList<>(news);
            more.addAll(built.flaws());
            return DraftReport.refused(more, inherited);
        }
        // What outcomes taught speaks on both sides, so that only the draft makes a difference.
        Release release = built.release().get().with(base.release().priors());
        List<Turn> turns = new ArrayList<>();
        DraftReport.Tally labelled = labelled(release, turns);
        DraftReport.Tally replay = replay(release, stored, turns);
        boolean publishable = news.stream().noneMatch(Flaw::isError);
        return new DraftReport(
                news, inherited, publishable, labelled.worse() > 0, turns, labelled, replay, Optional.of(release));
    }

    /** Flaws of cases do not: what the draft turns can be told all the same. */
    private static boolean keepsFromBuilding(Flaw flaw) {
        return !Checked.isOfCases(flaw);
    }

    private DraftReport.Tally labelled(Release release, List<Turn> turns) {
        int turned = 0;
        int worse = 0;
        Set<String> seen = new HashSet<>();
        List<Case> cases = Baseline.labelled(release);
        for (Case tested : cases) {
            deadline.check();
            String name = Baseline.name(tested);
            seen.add(name);
            Turn.Standing was = base.standings().get(name);
            if (was != null) {
                Turn.Standing is = standing(release, new StoredCase(name, tested.symptoms()));
                boolean isWorse = isWorse(tested, was, is);
                turned += was.first().equals(is.first()) ? 0 : 1;
                worse += isWorse ? 1 : 0;
                note(turns, new Turn(name, true, isWorse, was.first(), is.first(), was.evidence(), is.evidence()));
            }
        }
        for (Map.Entry<String, Turn.Standing> gone : base.standings().entrySet()) {
            // A case that is dropped can no longer fail, which is for the publisher to justify.
            if (!seen.contains(gone.getKey())) {
                worse++;
                Turn.Standing was = gone.getValue();
                turns.add(new Turn(gone.getKey(), true, true, was.first(), "", was.evidence(), List.of()));
            }
        }
        return new DraftReport.Tally(cases.size(), turned, worse, true);
    }

    private DraftReport.Tally replay(Release release, Iterable<StoredCase> stored, List<Turn> turns) {
        int cases = 0;
        int turned = 0;
        for (StoredCase one : stored) {
            if (deadline.hasPassed()) {
                return new DraftReport.Tally(cases, turned, 0, false);
            }
            cases++;
            Turn.Standing was = standing(base.release(), one);
            Turn.Standing is = standing(release, one);
            turned += was.first().equals(is.first()) ? 0 : 1;
            note(turns, new Turn(one.id(), false, false, was.first(), is.first(), was.evidence(), is.evidence()));
        }
        return new DraftReport.Tally(cases, turned, 0, true);
    }

    private static void note(List<Turn> turns, Turn turn) {
        boolean changes = turn.worse() || !turn.before().equals(turn.after());
        if (changes && turns.size() < DraftReport.MOST_TURNS) {
            turns.add(turn);
        }
    }

    private static Turn.Standing standing(Release release, StoredCase one) {
        try {
            Ranking ranking = release.diagnoser().rank(one.symptoms());
            return Turn.Standing.of(ranking);
        } catch (FiringLimitReached | IllegalArgumentException e) {
            return Turn.Standing.NONE;
        }
    }

    private static boolean isWorse(Case tested, Turn.Standing was, Turn.Standing is) {
        Set<String> right = new HashSet<>(tested.acceptable());
        right.add(tested.cause());
        return switch (tested.expect()) {
            case NOT_FIRST, RULED_OUT -> right.contains(is.first()) && !right.contains(was.first());
            case FIRST, TOP_3, ANY ->
                right.contains(was.first()) && !right.contains(is.first())
                        || was.order().stream().anyMatch(right::contains)
                                && is.order().stream().noneMatch(right::contains);
        };
    }
}
