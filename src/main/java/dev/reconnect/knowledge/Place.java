package dev.reconnect.knowledge;

/** Where a fix or a check is carried out. */
public enum Place {
    CLIENT,
    HOST,
    LINUX_HOST,
    GATEWAY,
    BROKER,
    LICENCE_SERVER,
    DOMAIN_CONTROLLER,
    DNS_SERVER,
    NETWORK,
    AZURE_PORTAL,
    AWS_CONSOLE,
    CLOUD_CONSOLE,
    PAM_SERVER
}
