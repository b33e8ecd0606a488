package dev.reconnect.knowledge;

/** How often a fix resolves a cause that is really there. */
public enum Helps {
    ALWAYS(0.95),
    USUALLY(0.80),
    OFTEN(0.60),
    SOMETIMES(0.35),
    RARELY(0.10);

    private final double probability;

    Helps(double probability) {
        this.probability = probability;
    }

    /** Between 0 and 1, given that the cause holds. */
    public double probability() {
        return probability;
    }
}
