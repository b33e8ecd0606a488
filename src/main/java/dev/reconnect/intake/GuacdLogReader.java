package dev.reconnect.intake;

/** Logs of guacd, the proxy behind Apache Guacamole and products built on it. */
final class GuacdLogReader implements TextReader {

    private static final LogTable MESSAGES = new LogTable()
            .add("wrong security type", "host.log", "refused-wrong-security")
            .add("untrusted/self-signed", "host.log", "refused-certificate")
            .add("untrusted/self-signed", "error.message", "certificate-untrusted")
            .add("authentication failure", "host.log", "refused-credentials")
            .add("invalid credentials", "host.log", "refused-credentials")
            .add("home directory .. not writable", "host.log", "home-not-writable")
            .add("no security mode specified", "host.log", "no-security-mode")
            .add("server refused connection", "error.message", "connection-closed")
            .add("server is offline", "host.log", "upstream-unreachable")
            .add("unable to connect", "host.log", "upstream-unreachable")
            .add("connection timed out", "host.log", "upstream-unreachable")
            .add("connection failed (server unreachable", "host.log", "upstream-unreachable")
            .add("hostname .. not found", "error.message", "name-not-found")
            .add("name or service not known", "error.message", "name-not-found")
            .add("security negotiation failed", "error.message", "negotiation-failure")
            .add("license .. not", "error.message", "licensing-error");

    @Override
    public void read(Pasted pasted, Findings findings) {
        if (!pasted.text().contains("guacd") && !pasted.text().contains("SSL/TLS connection failed (")) {
            return;
        }
        boolean any = false;
        Line first = null;
        for (Line line : pasted.lines()) {
            boolean log = line.has("guacd[");
            if (log || line.has("ssl/tls connection failed (")) {
                MESSAGES.read(line, findings);
                findings.claim(line);
                first = any || !log ? first : line;
                any |= log;
            }
        }
        if (any) {
            findings.addBackground("client.kind", "guacamole", first.whole());
        }
    }
}
