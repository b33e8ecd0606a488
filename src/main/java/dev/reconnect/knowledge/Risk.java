package dev.reconnect.knowledge;

/** What a fix can break, from nothing to data, security or access. Ordered: a caller's {@code maxRisk} leaves out what is above it. */
public enum Risk {
    NONE,
    LOW,
    MEDIUM,
    HIGH
}
