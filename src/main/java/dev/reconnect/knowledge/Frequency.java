package dev.reconnect.knowledge;

/** How often a cause is behind a failed connection: the authors' word, and its weight as a prior in parts per unit of all cases. */
public enum Frequency {
    VERY_COMMON(200),
    COMMON(60),
    OCCASIONAL(20),
    RARE(5),
    VERY_RARE(1);

    private final int parts;

    Frequency(int parts) {
        this.parts = parts;
    }

    public int parts() {
        return parts;
    }
}
