package dev.reconnect.intake;

import java.util.Map;
import java.util.Set;

/** Finds codes by their own looks: symbolic names, and numbers that are written like a status. */
final class CodeScanner {

    private static final Map<String, String> NEGOTIATION = Map.of(
            "SSL_REQUIRED_BY_SERVER", "ssl-required",
            "SSL_NOT_ALLOWED_BY_SERVER", "ssl-not-allowed",
            "SSL_CERT_NOT_ON_SERVER", "ssl-cert-not-on-server",
            "INCONSISTENT_FLAGS", "inconsistent-flags",
            "HYBRID_REQUIRED_BY_SERVER", "hybrid-required",
            "SSL_WITH_USER_AUTH_REQUIRED_BY_SERVER", "user-auth-required");

    private static final String[] PREFIXES = {
        "ERRCONNECT_",
        "ERRINFO_",
        "SEC_E_",
        "STATUS_",
        "E_PROXY_",
        "ERROR_CTX_",
        "SSL_ERR_",
        "AUTHZ_",
        "LOGON_",
        "CO_E_",
        "REGDB_E_"
    };

    /** Names that are no failure. */
    private static final Set<String> NOT_CODES =
            Set.of("ERRINFO_SUCCESS", "STATUS_SUCCESS", "SEC_E_OK", "AUTHZ_SUCCESS");

    private final CodeNormaliser normaliser;

    CodeScanner(CodeNormaliser normaliser) {
        this.normaliser = normaliser;
    }

    CodeNormaliser normaliser() {
        return normaliser;
    }

    /** Every symbolic name in the line, as code or as negotiation failure. */
    void names(Line line, Findings findings) {
        String text = line.text();
        int i = text.indexOf('_');
        while (i >= 0) {
            int from = i;
            while (from > 0 && isNameChar(text.charAt(from - 1))) {
                from--;
            }
            int to = i;
            while (to < text.length() && isNameChar(text.charAt(to))) {
                to++;
            }
            if (to - from >= 8) {
                name(line.part(from, to), findings);
            }
            i = text.indexOf('_', to);
        }
    }

    private static boolean isNameChar(char c) {
        return c >= 'A' && c <= 'Z' || c == '_' || c >= '0' && c <= '9';
    }

    private void name(Line.Part part, Findings findings) {
        String negotiation = NEGOTIATION.get(part.text());
        if (negotiation != null) {
            findings.add("error.negotiation-failure", negotiation, part);
            return;
        }
        if (NOT_CODES.contains(part.text())) {
            return;
        }
        boolean prefixed = false;
        for (String prefix : PREFIXES) {
            prefixed |= part.text().startsWith(prefix);
        }
        Code code = normaliser.normalise(prefixed ? part.text() : "ERRCONNECT_" + part.text());
        if (!code.malformed()) {
            findings.add(symptomOf(part.text()), code.value(), part);
        }
    }

    /** The server's own reasons are what Windows' client shows as the extended code; all other names are codes. */
    private static String symptomOf(String name) {
        return name.startsWith("ERRINFO_") ? "error.extended-code" : "error.code";
    }

    /** Every number in brackets or behind "status" that is a status: eight hex digits. */
    void statuses(Line line, Findings findings) {
        String lower = line.lower();
        int at = 0;
        while (at < lower.length()) {
            boolean prefix = lower.startsWith("0x", at);
            int from = prefix ? at + 2 : at;
            int to = from;
            while (to < lower.length() && Character.digit(lower.charAt(to), 16) >= 0) {
                to++;
            }
            boolean alone = at == 0 || !Character.isLetterOrDigit(lower.charAt(at - 1));
            boolean ends = to >= lower.length() || !Character.isLetterOrDigit(lower.charAt(to));
            if (alone && ends && to - from == 8 && (prefix || lower.startsWith("c0", from)) && isStatus(lower, from)) {
                Code code = normaliser.normalise("0x" + lower.substring(from, to));
                findings.add("error.code", code.value(), line.part(at, to));
            }
            at = Math.max(to, at + 1);
        }
    }

    /** NTSTATUS and HRESULT begin with 8 or C; FreeRDP's own codes with 0001 or 0002, its protocol codes with 0000. */
    private static boolean isStatus(String lower, int from) {
        char first = lower.charAt(from);
        return first == '8' || first == 'c' || lower.startsWith("000", from) && !lower.startsWith("00000000", from);
    }
}
