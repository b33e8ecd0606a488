package dev.reconnect.intake;

/** How far a connection of a FreeRDP log was when an error came, and how long nothing had happened before it. */
final class FreeRdpProgress {

    /** A TLS handshake that fails on content fails within a second; one that waits this long has lost packets. */
    private static final int PAUSE_MILLIS = 3_000;

    private boolean tlsBegun;
    private boolean authenticationBegun;
    private boolean sessionUp;
    private boolean certificateSeen;
    private boolean failed;
    private int lastTime = -1;
    private int longestPause;
    private Line last;

    /** Takes the next message: first how far it shows the connection to be, then what it says went wrong. */
    void take(Line line, Findings findings) {
        int time = LogTime.of(line);
        int pause = time >= 0 && lastTime >= 0 ? LogTime.between(lastTime, time) : 0;
        longestPause = Math.max(longestPause, pause);
        lastTime = time >= 0 ? time : lastTime;
        last = line;
        certificateSeen |=
                line.hasAny("certificate verification failure", "certificate not trusted", "host key", "name mismatch");
        tlsBegun |= certificateSeen || line.hasAny("/.config/freerdp", "tls_connect", "com.freerdp.crypto");
        authenticationBegun |= line.hasAny(
                "connection_state_nego --> connection_state_nla",
                "nla.negotoken",
                "spnego",
                "nla_recv",
                "connection_state_nla");
        if (line.hasAny(
                        "framebuffer format",
                        "connection_state_active",
                        "channels.rdpgfx",
                        "channels.rdpsnd.client] - [static]")
                && !sessionUp) {
            sessionUp = true;
            findings.add("client.log", "session-was-up", line.whole());
        }
        failure(line, pause, findings);
    }

    private void failure(Line line, int pause, Findings findings) {
        int error = systemError(line);
        if (error >= 0) {
            failed = true;
            system(error, line, findings);
        } else if (line.has("transport_connect_tls") && line.has("tls_connect_failed") && !certificateSeen) {
            failed = true;
            findings.add("error.message", "tls-failure", line.whole());
            findings.add(
                    "client.log",
                    pause >= PAUSE_MILLIS ? "tls-failed-after-pause" : "tls-failed-at-once",
                    line.whole());
        } else if (line.has("network disconnect!") && sessionUp) {
            findings.add("client.log", "closed-in-session", line.whole());
        } else if (line.has("errconnect_connect_failed")) {
            failed = true;
            findings.add("network.port-reachable", "no", line.whole());
        }
    }

    /** The number behind "system error"; -1 without one. */
    private static int systemError(Line line) {
        Line.Part number = line.numberAfter("system error");
        return number.text().isEmpty() || number.text().length() > 4 ? -1 : Integer.parseInt(number.text());
    }

    private void system(int error, Line line, Findings findings) {
        if (sessionUp) {
            findings.add("client.log", error == 110 ? "timed-out-in-session" : "closed-in-session", line.whole());
            findings.add("failure.stage", "in-session", line.whole());
            return;
        }
        switch (error) {
            case 32 -> brokenPipe(line, findings);
            case 104 -> {
                findings.add("error.message", "connection-reset", line.whole());
                if (tlsBegun && !authenticationBegun) {
                    findings.add("network.reset-after-hello", "yes", line.whole());
                }
                findings.add("client.log", whenClosed(), line.whole());
            }
            case 110 -> findings.add("error.message", "connection-timeout", line.whole());
            case 111 -> findings.add("error.message", "connection-refused", line.whole());
            case 113, 101 -> findings.add("error.message", "no-route", line.whole());
            case 11 -> findings.add("client.log", tlsBegun ? whenClosed() : "unexpected-packet", line.whole());
            default -> {
                findings.add("error.message", "connection-closed", line.whole());
                findings.add("client.log", whenClosed(), line.whole());
            }
        }
    }

    /** FreeRDP 2 notices only on its first packet that the TCP connection was never made. */
    private void brokenPipe(Line line, Findings findings) {
        if (tlsBegun) {
            findings.add("client.log", whenClosed(), line.whole());
        } else {
            findings.add("client.log", "failed-on-first-packet", line.whole());
            findings.add("network.port-reachable", "no", line.whole());
        }
    }

    private String whenClosed() {
        return tlsBegun || authenticationBegun ? "closed-during-authentication" : "closed-on-first-packet";
    }

    /** Closes the reading: how long the longest pause of a failed connection was. */
    void report(Findings findings) {
        if (findings.has("client.log", "closed-during-authentication")) {
            findings.drop("client.log", "closed-on-first-packet");
        }
        if (failed && last != null && lastTime >= 0) {
            findings.addBackgroundNumber("failure.delay", longestPause / 1000, last.whole());
        }
    }
}
