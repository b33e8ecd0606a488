package dev.reconnect.rules;

/** Rules that do not come to an end, such as one that concludes what it forbids: an error of the release. */
public final class FiringLimitReached extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String rule;

    FiringLimitReached(String rule, int times, int limit) {
        super("the rules fired more than " + limit + " times, " + rule + " alone " + times + " times");
        this.rule = rule;
    }

    /** The rule that fired most. */
    public String rule() {
        return rule;
    }
}
