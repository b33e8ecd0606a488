package dev.reconnect.intake;

import java.util.Map;

/** The TLS alert that a text names, by word or by number. */
final class TlsAlerts {

    /** Words as OpenSSL, GnuTLS, Schannel and Java write them. */
    private static final Map<String, String> BY_WORD = Map.ofEntries(
            Map.entry("handshake failure", "handshake-failure"),
            Map.entry("handshake_failure", "handshake-failure"),
            Map.entry("protocol version", "protocol-version"),
            Map.entry("protocol_version", "protocol-version"),
            Map.entry("certificate unknown", "certificate-unknown"),
            Map.entry("certificate_unknown", "certificate-unknown"),
            Map.entry("bad certificate", "certificate-unknown"),
            Map.entry("bad_certificate", "certificate-unknown"),
            Map.entry("certificate expired", "certificate-expired"),
            Map.entry("certificate_expired", "certificate-expired"),
            Map.entry("unknown ca", "unknown-ca"),
            Map.entry("unknown_ca", "unknown-ca"),
            Map.entry("access denied", "access-denied"),
            Map.entry("access_denied", "access-denied"),
            Map.entry("internal error", "internal-error"),
            Map.entry("internal_error", "internal-error"),
            Map.entry("insufficient security", "insufficient-security"));

    private static final Map<String, String> BY_NUMBER = Map.of(
            "40", "handshake-failure",
            "42", "certificate-unknown",
            "45", "certificate-expired",
            "46", "certificate-unknown",
            "48", "unknown-ca",
            "49", "access-denied",
            "70", "protocol-version",
            "71", "insufficient-security",
            "80", "internal-error");

    private TlsAlerts() {}

    /** Reads the alert behind the word "alert", within the next few words. */
    static void report(String lower, Line.Part text, Findings findings) {
        int at = lower.indexOf("alert");
        while (at >= 0) {
            String near = lower.substring(at, Math.min(lower.length(), at + 70));
            String alert = alertIn(near);
            if (!alert.isEmpty()) {
                findings.add("tls.alert", alert, text.start() + at, text.start() + at + near.length());
                return;
            }
            at = lower.indexOf("alert", at + 5);
        }
    }

    private static String alertIn(String near) {
        for (Map.Entry<String, String> word : BY_WORD.entrySet()) {
            if (near.contains(word.getKey())) {
                return word.getValue();
            }
        }
        for (String token : near.split("[^0-9]+", 12)) {
            if (BY_NUMBER.containsKey(token)) {
                return BY_NUMBER.get(token);
            }
        }
        return "";
    }
}
