package dev.reconnect.intake;

/** {@code openssl s_client}: whether the port answers, which alert came, what was said of the certificate. */
final class OpensslReader implements TextReader {

    /** Its own lines are short; whoever tells of the command in a sentence writes longer ones. */
    private static final int LONGEST_CHATTER = 90;

    @Override
    public void read(Pasted pasted, Findings findings) {
        if (!pasted.text().contains("s_client")
                && !pasted.text().contains("SSL routines")
                && !pasted.text().contains("CONNECTED(")) {
            return;
        }
        for (Line line : pasted.lines()) {
            if (!findings.isClaimed(line.start())) {
                line(line, findings);
            }
        }
    }

    private static void line(Line line, Findings findings) {
        if (line.startsWith("connected(")) {
            findings.add("network.port-reachable", "yes", line.whole());
        } else if (line.has("ssl routines") && line.has("alert")) {
            TlsAlerts.report(line.lower(), line.whole(), findings);
        } else if (line.hasAny("(certificate has expired)", "certificate has expired")
                && line.hasAny("verify", "num=10")) {
            findings.add("host.certificate", "expired", line.whole());
        } else if (line.has("connect:errno=111")) {
            findings.add("network.port-reachable", "no", line.whole());
            findings.add("network.refused", "refused", line.whole());
        } else if (line.has("connect:errno=110")) {
            findings.add("network.port-reachable", "no", line.whole());
            findings.add("network.refused", "timeout", line.whole());
        } else if (!isChatter(line)) {
            return;
        }
        findings.claim(line);
    }

    /** A plain TLS client gets nothing sensible from an RDP port, where X.224 comes first: no finding. */
    private static boolean isChatter(Line line) {
        return line.text().length() <= LONGEST_CHATTER
                && line.hasAny(
                        "s_client",
                        "ssl routines",
                        "no peer certificate",
                        "no client certificate",
                        "ssl handshake has read",
                        "verification:",
                        "cipher is",
                        "renegotiation",
                        "compression:",
                        "expansion:",
                        "alpn",
                        "early data",
                        "verify return code",
                        "---",
                        "server certificate",
                        "certificate chain");
    }
}
