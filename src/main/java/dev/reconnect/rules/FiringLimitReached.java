package dev.reconnect.rules;

/**
 * Rules that fire without end, or for every pair of many symptoms: an error of the release.
 */
public final class FiringLimitReached extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String rule;

    FiringLimitReached(String rule, int times, int limit) {
        super("the rules fired " + limit + " times and were stopped; " + rule + " alone fired " + times + " times");
        this.rule = rule;
    }

    /** The rule that fired most. */
    public String rule() {
        return rule;
    }
}
