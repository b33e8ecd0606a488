package dev.reconnect.quality;

import dev.reconnect.fact.Symptom;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What came of one trial.
 *
 * @param textGiven     whether the diagnosis got the text to see
 * @param read          what was read out of the text
 * @param strictRank    of the cause; 0 when the rules know no such cause
 * @param lenientRank   of the best of the cause and the acceptable ones
 * @param first         the leading cause
 * @param confidence    the probability of the leading cause
 * @param truth         the probability of the cause itself
 * @param brier         squared error summed over all causes and {@code other}, 0 to 2
 * @param determined    whether the diagnosis called itself determined
 * @param interview     with the questions that the diagnosis asks; empty when the trial has no answers to give
 * @param checklist     with the questions of a fixed list
 * @param plannedMinutes minutes until solved or handed on, following the plan, the cause being what it is
 * @param naiveMinutes  the same, trying the fixes of the most probable cause first
 */
public record Answer(
        Trial trial,
        boolean textGiven,
        List<Symptom> read,
        int strictRank,
        int lenientRank,
        String first,
        double confidence,
        double truth,
        double brier,
        boolean determined,
        Interviewed interview,
        Interviewed checklist,
        OptionalDouble plannedMinutes,
        OptionalDouble naiveMinutes) {

    /**
     * How a simulated interview went.
     *
     * @param asked    questions put; -1 when there was no interview
     * @param answered how many of them somebody could answer
     * @param right    whether the leading cause was right afterwards, leniently
     */
    public record Interviewed(int asked, int answered, boolean right) {

        static final Interviewed NONE = new Interviewed(-1, 0, false);

        boolean took() {
            return asked >= 0;
        }
    }

    public Answer {
        Objects.requireNonNull(trial, "trial");
        read = List.copyOf(read);
        Objects.requireNonNull(first, "first");
    }

    int rank(boolean lenient) {
        return lenient ? lenientRank : strictRank;
    }
}
