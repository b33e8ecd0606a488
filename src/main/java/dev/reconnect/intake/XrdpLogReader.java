package dev.reconnect.intake;

/** Logs of xrdp and its session manager: {@code [date-time] [LEVEL] text}, from the file or from the journal. */
final class XrdpLogReader implements TextReader {

    private static final LogTable MESSAGES = new LogTable()
            .add("connection received from", "host.log", "connection-received")
            .add("tls connection established", "host.log", "tls-established")
            .add("cannot read private key", "host.log", "key-unreadable")
            .add("cannot read certificate file", "host.log", "key-unreadable")
            .add("private key file is not readable", "host.log", "key-unreadable")
            .add("private key .. do not match", "host.log", "key-mismatch")
            .add("ssl_accept: i/o error", "host.log", "tls-accept-failed")
            .add("ssl_accept: failure", "host.log", "tls-accept-failed")
            .add("ssl_tls_accept failed", "host.log", "tls-accept-failed")
            .add("selected []", "host.log", "no-common-security")
            .add("error connecting to sesman", "host.log", "session-manager-unreachable")
            .add("login failed for user", "host.log", "login-failed")
            .add("login failed for user", "error.message", "credentials-did-not-work")
            .add("username or password error", "host.log", "login-failed")
            .add("username or password error", "error.message", "credentials-did-not-work")
            .add("pam_authenticate failed", "host.log", "authentication-failure")
            .add("pam_authenticate failed", "error.message", "credentials-did-not-work")
            .add("authfail", "host.log", "authentication-failure")
            .add("pam_acct_mgmt failed", "host.log", "account-refused")
            .add("pam_setcred failed", "host.log", "account-refused")
            .add("token is no longer valid", "account.password-state", "expired")
            .add("account has expired", "error.message", "account-expired")
            .add("not in .. group", "host.log", "group-refused")
            .add("not a member of .. group", "host.log", "group-refused")
            .add("group .. access denied", "host.log", "group-refused")
            .add("session limit exceeded", "host.log", "too-many-sessions")
            .add("session limit exceeded", "host.sessions", "limit-full")
            .add("login successful", "host.log", "login-succeeded")
            .add("++ created session", "host.log", "login-succeeded")
            .add("++ reconnected session", "host.log", "session-reconnected")
            .add("error starting x server", "host.log", "backend-missing")
            .add("error calling exec", "host.log", "backend-missing")
            .add("attempting to start the x server", "host.log", "backend-missing")
            .add("no such file or directory .. xorg", "host.log", "backend-missing")
            .add("timed out waiting for x server", "host.log", "backend-timeout")
            .add("x server for display .. startup timeout", "host.log", "backend-timeout")
            .add("another xserver might already be active", "host.log", "backend-timeout")
            .add("there is no x server active", "host.log", "backend-timeout")
            .add("window manager .. exited quickly", "host.log", "window-manager-exited")
            .add("++ terminated session", "host.log", "session-ended")
            .add("x server closed connection", "host.log", "session-ended")
            .add("address already in use", "host.log", "port-in-use")
            .add("bind failed", "host.log", "port-in-use")
            .add("xrdp_listen_main_loop: listen error", "host.log", "port-in-use");

    @Override
    public void read(Pasted pasted, Findings findings) {
        Login login = new Login();
        boolean any = false;
        Line first = null;
        for (Line line : pasted.lines()) {
            if (isMessage(line)) {
                first = any ? first : line;
                any = true;
                message(line, login, findings);
                findings.claim(line);
            }
        }
        if (any) {
            findings.addBackground("host.server-software", "xrdp", first.whole());
            findings.addBackground("host.os", "linux", first.whole());
            login.report(findings);
        }
    }

    private static boolean isMessage(Line line) {
        boolean level = line.hasAny(
                "[info ]", "[error]", "[warn ]", "[debug]", "[core ]", "[info]", "[warn]", "[core]", "[trace]");
        boolean stamped = line.text().startsWith("[20") && line.text().indexOf(']') < 32
                || line.hasAny("xrdp[", "xrdp-sesman[", "xrdp-chansrv[");
        return level && stamped && !line.has("[com.freerdp") && !line.has("[rdp");
    }

    private static void message(Line line, Login login, Findings findings) {
        MESSAGES.read(line, findings);
        login.take(line);
        boolean ownFault = findings.has("host.log", "key-mismatch")
                || findings.has("host.log", "key-unreadable")
                || findings.has("host.log", "tls-accept-failed");
        // A client that failed over TLS tries again without: then this line only echoes the first fault.
        if (line.has("server requires tls") && !ownFault) {
            findings.add("host.log", "tls-required", line.whole());
        }
        if (line.has("listening to port")) {
            findings.add("host.log", "listening", line.whole());
            Line.Part port = line.numberAfter("listening to port");
            if (Address.number(port.text()) > 0) {
                findings.addBackgroundNumber("host.port", Address.number(port.text()), port);
            }
        }
    }

    /** One login through the session manager: whether it was reached, and how long the refusal took. */
    private static final class Login {

        private Line asked;
        private boolean answered;
        private Line sent;
        private Line refused;
        private Line opening;

        void take(Line line) {
            if (line.has("connecting to sesman")) {
                asked = line;
                answered = false;
            } else if (line.has("sesman connect ok")) {
                answered = true;
            } else if (line.has("sending login info")) {
                sent = line;
            } else if (line.hasAny("login failed for user", "pam_authenticate failed")) {
                refused = line;
            } else if (line.has("login successful")) {
                sent = null;
            } else if (line.has("lib_mod_connect: connecting via")) {
                opening = line;
            } else if (line.hasAny("connected ok", "connection complete", "lib_mod_connect: connect successful")) {
                opening = null;
            }
        }

        /** A wrong password makes PAM wait about two seconds before it refuses; other refusals come at once. */
        void report(Findings findings) {
            if (asked != null && !answered) {
                findings.add("host.log", "session-manager-unreachable", asked.whole());
            }
            if (opening != null) {
                findings.add("host.log", "backend-timeout", opening.whole());
            }
            if (sent != null && refused != null && LogTime.of(sent) >= 0 && LogTime.of(refused) >= 0) {
                int seconds = LogTime.between(LogTime.of(sent), LogTime.of(refused)) / 1000;
                findings.addBackgroundNumber("failure.delay", seconds, refused.whole());
            }
        }
    }
}
