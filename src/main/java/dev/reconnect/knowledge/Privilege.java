package dev.reconnect.knowledge;

/** Who can carry out a fix. A change of role between two steps costs a hand-over. */
public enum Privilege {
    USER,
    LOCAL_ADMIN,
    LINUX_ROOT,
    DOMAIN_ADMIN,
    NETWORK_ADMIN,
    GATEWAY_ADMIN,
    CLOUD_OPERATOR,
    PAM_ADMIN
}
