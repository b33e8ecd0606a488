package dev.reconnect.fact;

/**
 * How strongly an observation speaks for or against a cause: the words that authors use, and the weight of evidence that
 * the engine calculates with.
 *
 * @see "I. J. Good, Probability and the Weighing of Evidence, 1950"
 */
public enum Strength {
    /** The check that defines the cause came out positive. */
    CONFIRMS(30),
    /** Rarely seen without the cause. */
    STRONGLY_SUPPORTS(15),
    /** Typical of the cause. */
    SUPPORTS(10),
    /** A little more common with the cause than without. */
    HINTS_AT(5),
    /** Seen a little less with the cause. */
    SPEAKS_WEAKLY_AGAINST(-5),
    /** Seen less with the cause. */
    SPEAKS_AGAINST(-10),
    /** Rarely seen with the cause. */
    SPEAKS_STRONGLY_AGAINST(-15),
    /** Impossible together with the cause. */
    RULES_OUT(-40);

    private final int decibans;

    Strength(int decibans) {
        this.decibans = decibans;
    }

    /** Ten times the base-10 logarithm of the likelihood ratio; negative speaks against. */
    public int decibans() {
        return decibans;
    }
}
