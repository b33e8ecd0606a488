package dev.reconnect.knowledge;

/** The stages of a connection, in the order in which they are passed. */
public enum Stage {
    CLIENT,
    NAME_RESOLUTION,
    TCP,
    NEGOTIATION,
    TLS,
    AUTHENTICATION,
    GATEWAY,
    AUTHORISATION,
    LICENSING,
    SESSION,
    IN_SESSION
}
