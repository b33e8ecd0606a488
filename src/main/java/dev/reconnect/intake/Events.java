package dev.reconnect.intake;

import dev.reconnect.knowledge.SymptomDefinition;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reports one Windows event as symptoms: the event itself, and what its text says. */
final class Events {

    private static final Set<String> LOGON_FAILURES = Set.of("security-4625", "security-4771", "security-4776");

    /** How far behind the word the number may stand; in XML there are two tags in between. */
    private static final int REASON_WITHIN = 40;

    private final Map<String, Set<String>> choices;
    private final CodeNormaliser normaliser;

    private Events(Map<String, Set<String>> choices, CodeNormaliser normaliser) {
        this.choices = choices;
        this.normaliser = normaliser;
    }

    static Events of(Map<String, SymptomDefinition> vocabulary, CodeNormaliser normaliser) {
        return new Events(
                Map.of(
                        EventNames.HOST, values(vocabulary, EventNames.HOST),
                        EventNames.CLIENT, values(vocabulary, EventNames.CLIENT),
                        EventNames.GATEWAY, values(vocabulary, EventNames.GATEWAY)),
                normaliser);
    }

    private static Set<String> values(Map<String, SymptomDefinition> vocabulary, String id) {
        Set<String> values = new HashSet<>();
        if (vocabulary.containsKey(id)) {
            vocabulary.get(id).choices().forEach(choice -> values.add(choice.value()));
        }
        return Set.copyOf(values);
    }

    /** Whether the vocabulary has this event. */
    boolean knows(String source, int number) {
        return !source.isEmpty()
                && choices.get(EventNames.symptomOf(source)).contains(EventNames.valueOf(source, number));
    }

    /** @return whether the event is one of the vocabulary; another is reported by name only */
    boolean report(String source, int number, Line.Part place, Findings findings) {
        String symptom = EventNames.symptomOf(source);
        String value = EventNames.valueOf(source, number);
        if (choices.get(symptom).contains(value)) {
            findings.add(symptom, value, place);
            return true;
        }
        String other = symptom.equals(EventNames.CLIENT) ? "client.other-event" : "host.other-event";
        findings.addBackground(other, source + "-" + number, place);
        return false;
    }

    /** What the text of an event says beyond its number. */
    void details(String source, int number, Line.Part text, Findings findings) {
        String lower = text.text().toLowerCase(Locale.ROOT);
        String value = EventNames.valueOf(source, number);
        if (LOGON_FAILURES.contains(value)) {
            codes(text, "logon.status", findings);
            reasonOfLogonFailure(lower, text, findings);
            return;
        }
        switch (source) {
            case "rcm" -> statusOfCertificate(value, lower, text, findings);
            case "schannel" -> schannel(lower, text, findings);
            case "sessionbroker" ->
                when(lower, "logon to the database failed", "database-logon-failed", text, findings);
            case "client" -> {
                reason(lower, "error.code", text, findings);
                codes(text, "error.code", findings);
            }
            case "gateway" -> gateway(lower, text, findings);
            case "lsm" -> reason(lower, "host.disconnect-reason", text, findings);
            case "rdpcorets" -> rdpCore(lower, text, findings);
            default -> codes(text, "error.code", findings);
        }
    }

    private void statusOfCertificate(String event, String lower, Line.Part text, Findings findings) {
        when(lower, "access is denied", "access-is-denied", text, findings);
        when(lower, "zugriff verweigert", "access-is-denied", text, findings);
        when(lower, "accès refusé", "access-is-denied", text, findings);
        when(lower, "acceso denegado", "access-is-denied", text, findings);
        when(lower, "keyset does not exist", "keyset-does-not-exist", text, findings);
        when(lower, "object already exists", "object-already-exists", text, findings);
        if (event.equals("rcm-1058")) {
            findings.add("host.certificate", "expired", text);
        }
        codes(text, "error.code", findings);
    }

    private void schannel(String lower, Line.Part text, Findings findings) {
        when(lower, "0x8009030d", "0x8009030d", text, findings);
        for (String state : new String[] {"10001", "10013", "10010", "10011", "1203", "1205"}) {
            if (containsNumber(lower, state)) {
                String detail = state.equals("10011") ? "10010" : state;
                findings.add("event.detail", "error-state-" + detail, place(text, lower, state));
            }
        }
        TlsAlerts.report(lower, text, findings);
        codes(text, "error.code", findings);
    }

    /** {@code The following error occurred: "23003"}: the low half of a gateway's code. */
    private void gateway(String lower, Line.Part text, Findings findings) {
        int at = lower.indexOf("\"23");
        if (at >= 0 && at + 6 < lower.length() && lower.charAt(at + 6) == '"') {
            String digits = lower.substring(at + 1, at + 6);
            if (digits.chars().allMatch(Character::isDigit)) {
                String low = String.format("%04x", Integer.parseInt(digits));
                findings.add("error.code", "0x8007" + low, text.start() + at + 1, text.start() + at + 6);
            }
        }
        codes(text, "error.code", findings);
    }

    private void rdpCore(String lower, Line.Part text, Findings findings) {
        when(lower, "0x80070040", "network-name-deleted", text, findings);
        when(lower, "0x80070079", "semaphore-timeout", text, findings);
        reason(lower, "host.disconnect-reason", text, findings);
        codes(text, "error.code", findings);
    }

    private static void reasonOfLogonFailure(String lower, Line.Part text, Findings findings) {
        when(lower, "unknown user name or bad password", "bad-user-or-password", text, findings);
        when(lower, "%%2313", "bad-user-or-password", text, findings);
        when(lower, "has not been granted the requested logon type", "not-granted-logon-type", text, findings);
        when(lower, "%%2308", "not-granted-logon-type", text, findings);
    }

    private static void when(String lower, String words, String detail, Line.Part text, Findings findings) {
        int at = lower.indexOf(words);
        if (at >= 0) {
            findings.add("event.detail", detail, text.start() + at, text.start() + at + words.length());
        }
    }

    /** The decimal behind the word "reason": event 1026 of the client, 40 of the session manager. */
    private void reason(String lower, String symptom, Line.Part text, Findings findings) {
        int at = lower.indexOf("reason");
        while (at >= 0) {
            int from = at;
            int limit = Math.min(lower.length(), at + REASON_WITHIN);
            while (from < limit && !Character.isDigit(lower.charAt(from))) {
                from++;
            }
            int to = from;
            while (to < lower.length() && Character.isLetterOrDigit(lower.charAt(to))) {
                to++;
            }
            if (to > from && from < limit) {
                String value = normaliser.normalise(lower.substring(from, to)).value();
                findings.add(symptom, value, text.start() + from, text.start() + to);
            }
            at = lower.indexOf("reason", at + 6);
        }
    }

    /** Every status or HRESULT in the text; zero says success. */
    private void codes(Line.Part text, String symptom, Findings findings) {
        String lower = text.text().toLowerCase(Locale.ROOT);
        int at = lower.indexOf("0x");
        while (at >= 0) {
            int to = at + 2;
            while (to < lower.length() && Character.digit(lower.charAt(to), 16) >= 0) {
                to++;
            }
            boolean status = to - at == 10 && "8c".indexOf(lower.charAt(at + 2)) >= 0;
            if (status) {
                Code code = normaliser.normalise(lower.substring(at, to));
                findings.add(symptom, code.value(), text.start() + at, text.start() + to);
            }
            at = lower.indexOf("0x", to);
        }
    }

    private static boolean containsNumber(String lower, String digits) {
        int at = lower.indexOf(digits);
        while (at >= 0) {
            int end = at + digits.length();
            boolean before = at > 0 && Character.isLetterOrDigit(lower.charAt(at - 1));
            boolean behind = end < lower.length() && Character.isLetterOrDigit(lower.charAt(end));
            if (!before && !behind) {
                return true;
            }
            at = lower.indexOf(digits, end);
        }
        return false;
    }

    private static Line.Part place(Line.Part text, String lower, String needle) {
        int at = lower.indexOf(needle);
        return new Line.Part(needle, text.start() + at, text.start() + at + needle.length());
    }
}
