package dev.reconnect.release;

import dev.reconnect.intake.Intake;
import dev.reconnect.knowledge.Case;
import dev.reconnect.knowledge.FileSet;
import dev.reconnect.knowledge.Flaw;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out what is wrong with a draft and what it would change, before anybody is answered by it. Nothing of a draft is
 * ever compiled or run as code; the deadline is asked between files, cases and replayed diagnoses. What a hostile draft does
 * to time and memory all the same is for the process that this runs in to bear.
 */
public final class DraftCheck {

    private final Baseline base;
    private final Deadline deadline;
    private Optional<Baseline> successor = Optional.empty();

    public DraftCheck(Baseline base, Deadline deadline) {
        this.base = base;
        this.deadline = deadline;
    }

    /**
     * @param stored diagnoses to ask for again; read one by one, and only as far as the deadline allows
     * @throws Deadline.Passed if the flaws cannot be told in time
     */
    public DraftReport check(Draft draft, Iterable<StoredCase> stored) {
        FileSet files = draft.on(base.files());
        Checked checked = Checked.of(files, deadline::check);
        List<Flaw> news =
                checked.flaws().stream().filter(flaw -> !base.has(flaw)).toList();
        int inherited = checked.flaws().size() - news.size();
        if (checked.unusable() > 0) {
            return DraftReport.refused(news, inherited);
        }
        deadline.check();
        readPhrases(checked);
        Baseline next = Baseline.of(files, checked, base.priors(), deadline);
        List<Turn> turns = new ArrayList<>();
        DraftReport.Tally labelled = labelled(next, turns);
        DraftReport.Tally replay = replay(next, stored, turns);
        boolean publishable = news.stream().noneMatch(Flaw::isError);
        successor = Optional.of(next);
        return new DraftReport(
                news, inherited, publishable, labelled.worse() > 0, turns, labelled, replay, Optional.of(next.name()));
    }

    /** What the next draft is compared with if this one is published; empty when it cannot be built. */
    public Optional<Baseline> successor() {
        return successor;
    }

    /** Builds the index of the phrases once and throws it away: what it takes must not be found out while publishing. */
    private void readPhrases(Checked checked) {
        if (!checked.knowledge().symptoms().equals(base.knowledge().symptoms())) {
            Intake.of(checked.knowledge(), checked.rules());
            deadline.check();
        }
    }

    private DraftReport.Tally labelled(Baseline next, List<Turn> turns) {
        int turned = 0;
        int worse = 0;
        for (Case tested : next.labelled()) {
            String name = Baseline.name(tested);
            Turn.Standing was = base.standings().get(name);
            if (was != null) {
                Turn.Standing is = next.standings().get(name);
                boolean isWorse = isWorse(tested, was, is);
                turned += was.first().equals(is.first()) ? 0 : 1;
                worse += isWorse ? 1 : 0;
                note(turns, new Turn(name, true, isWorse, was.first(), is.first(), was.evidence(), is.evidence()));
            }
        }
        for (Map.Entry<String, Turn.Standing> gone : base.standings().entrySet()) {
            // A case that is dropped can no longer fail, which is for the publisher to justify.
            if (!next.standings().containsKey(gone.getKey())) {
                worse++;
                Turn.Standing was = gone.getValue();
                note(turns, new Turn(gone.getKey(), true, true, was.first(), "", was.evidence(), List.of()));
            }
        }
        return new DraftReport.Tally(next.labelled().size(), turned, worse, true);
    }

    private DraftReport.Tally replay(Baseline next, Iterable<StoredCase> stored, List<Turn> turns) {
        int cases = 0;
        int turned = 0;
        for (StoredCase one : stored) {
            if (deadline.hasPassed()) {
                return new DraftReport.Tally(cases, turned, 0, false);
            }
            cases++;
            Turn.Standing was = base.standing(one.symptoms());
            Turn.Standing is = next.standing(one.symptoms());
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
