package dev.reconnect.intake;

import java.util.List;

/** Output of rdesktop: {@code Core(error): function(), text}, and its question about a certificate. */
final class RdesktopLogReader implements TextReader {

    private static final LogTable MESSAGES = new LogTable()
            .add("getaddrinfo() failed", "client.log", "name-lookup-failed")
            .add("getaddrinfo() failed", "error.message", "name-not-found")
            .add("tcp_connect(), unable to connect", "client.log", "connect-failed")
            .add("tcp_connect(), unable to connect", "network.port-reachable", "no")
            .add("connect: connection refused", "error.message", "connection-refused")
            .add("expected iso_pdu_cc", "client.log", "unexpected-packet")
            .add("expected iso_pdu_cc", "error.message", "not-rdp-answer")
            .add("_recv(), connection closed by peer", "client.log", "closed-on-first-packet")
            .add("_recv(), connection closed by peer", "error.message", "connection-closed")
            .add("connection reset by peer", "error.message", "connection-reset")
            .add("error in the pull function", "client.log", "tls-failed-at-once")
            .add("error in the pull function", "error.message", "connection-reset")
            .add("error in the pull function", "network.reset-after-hello", "yes")
            .add("tls handshake failed", "error.message", "tls-failure")
            .add("handshake failed .. timed out", "client.log", "tls-failed-after-pause")
            .add("illegal or unsupported version", "error.message", "no-common-tls")
            .add("no supported cipher", "error.message", "no-common-tls")
            .add("handshake failed .. version", "client.log", "tls-failed-at-once")
            .add("ssl required by server", "error.negotiation-failure", "ssl-required")
            .add("ssl not allowed by server", "error.negotiation-failure", "ssl-not-allowed")
            .add("no valid authentication certificate on server", "error.negotiation-failure", "ssl-cert-not-on-server")
            .add("inconsistent negotiation flags", "error.negotiation-failure", "inconsistent-flags")
            .add("ssl with user authentication required", "error.negotiation-failure", "user-auth-required")
            .add("mcs_recv_connect_response", "client.log", "mcs-failed")
            .add("ber_parse_header()", "client.log", "mcs-failed")
            .add("certificate issuer is not trusted", "error.message", "certificate-untrusted")
            .add("certificate has expired", "error.message", "certificate-expired-or-not-yet")
            .add("certificate has expired", "host.certificate", "expired")
            .add("certificate is not yet activated", "error.message", "certificate-expired-or-not-yet")
            .add("hostname used for this connection does not match", "error.message", "certificate-name-mismatch")
            .add("found a certificate stored for host", "error.message", "certificate-changed")
            .add("certificate error during tls handshake", "client.log", "certificate-not-accepted")
            .add("failed to read response from stdin", "client.log", "certificate-not-accepted")
            .add("error: .. unable to connect", "client.log", "connect-failed")
            .add("error: .. unable to connect", "network.port-reachable", "no")
            .add("error: getaddrinfo", "client.log", "name-lookup-failed")
            .add("error: getaddrinfo", "error.message", "name-not-found")
            .add("credssp: initialize failed", "client.log", "no-kerberos-ticket")
            .add("disconnected: login timeout", "error.message", "connection-timeout")
            .add("license server unavailable", "error.message", "no-license-server");

    @Override
    public void read(Pasted pasted, Findings findings) {
        List<Line> lines = pasted.lines();
        boolean connected = pasted.text().contains("Connection successful");
        boolean any = false;
        for (Line line : lines) {
            if (!findings.isClaimed(line.start()) && belongs(line, any)) {
                any = true;
                message(line, connected, findings);
                findings.claim(line);
            }
        }
        if (any) {
            findings.addBackground("client.kind", "rdesktop", lines.get(0).whole());
        }
    }

    private static boolean belongs(Line line, boolean within) {
        boolean message = line.hasAny(
                "core(error)", "core(warning)", "protocol(error)", "protocol(warning)", "rdpdr(", "clipboard(");
        boolean question = line.hasAny(
                        "uses and invalid security certificate",
                        "uses an invalid security certificate",
                        "found a certificate stored for host")
                || line.startsWith("failed to initialize nla")
                || line.startsWith("failed to connect using")
                || line.startsWith("connection established using")
                || line.startsWith("failed to connect, ")
                || line.startsWith("connecting to server using");
        boolean old = line.startsWith("autoselected keyboard map")
                || line.startsWith("error: ")
                        && line.hasAny("unable to connect", "getaddrinfo", "credssp:", "error: recv");
        return old || message || question || within && isQuestion(line);
    }

    private static boolean isQuestion(Line line) {
        return line.hasAny(
                "following identified reasons",
                "certificate issuer is",
                "certificate has expired",
                "certificate is",
                "issuer:",
                "subject:",
                "review the following certificate",
                "connection atempt will be aborted",
                "certificate fingerprints",
                "sha1:",
                "sha256:",
                "do you trust this certificate",
                "received from server",
                "retrying with plain",
                "connection successful",
                "session info:",
                "valid to",
                "hostname used for this connection");
    }

    private static void message(Line line, boolean connected, Findings findings) {
        if (connected) {
            if (line.has("connection successful")) {
                findings.add("client.log", "session-was-up", line.whole());
            } else if (line.hasAny("using ssl")) {
                findings.add("client.nla", "no", line.whole());
            }
            return;
        }
        MESSAGES.read(line, findings);
        if (line.has("failed to initialize nla")) {
            findings.add("client.log", "no-kerberos-ticket", line.whole());
        }
        // After a failed handshake rdesktop says this too, although the server never got to say what it requires.
        if (line.hasAll("failed to connect", "credssp required") && !findings.has("error.message", "tls-failure")) {
            findings.add("error.negotiation-failure", "hybrid-required", line.whole());
        }
    }
}
