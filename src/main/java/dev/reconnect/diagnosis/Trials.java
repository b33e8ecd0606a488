package dev.reconnect.diagnosis;

/**
 * How often a fix was tried on a cause, all in millionths of a case.
 *
 * @param worked  of these, how often it resolved the failure
 * @param timed   of these, how often somebody said how long it took
 * @param minutes the sum of what it took, in millionths of a minute
 */
public record Trials(long tried, long worked, long timed, long minutes) {

    static final Trials NONE = new Trials(0, 0, 0, 0);

    /** A typing mistake of hours must not become a fix that takes days. */
    private static final double LONGEST = 1440;

    public static Trials of(Lesson.Trial trial) {
        double minutes = Math.min(LONGEST, trial.minutes());
        return new Trials(
                trial.share(),
                trial.worked() ? trial.share() : 0,
                minutes > 0 ? trial.share() : 0,
                minutes > 0 ? Math.round(trial.share() * minutes) : 0);
    }

    Trials plus(Trials more) {
        return new Trials(tried + more.tried, worked + more.worked, timed + more.timed, minutes + more.minutes);
    }
}
