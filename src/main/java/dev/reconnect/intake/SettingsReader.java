package dev.reconnect.intake;

import java.util.Map;

/**
 * Settings printed by {@code reg query}, {@code Get-ItemProperty}, {@code wmic} and the like: one name and one value to a
 * line.
 */
final class SettingsReader implements TextReader {

    /** What a value of a setting means: symptom and value. */
    private static final Map<String, Map<Integer, String>> SETTINGS = Map.of(
            "fdenytsconnections", Map.of(0, "host.rdp-enabled=yes", 1, "host.rdp-enabled=no"),
            "tsenabled", Map.of(0, "host.rdp-enabled=no", 1, "host.rdp-enabled=yes"),
            "userauthentication", Map.of(0, "host.nla=not-required", 1, "host.nla=required"),
            "userauthenticationrequired", Map.of(0, "host.nla=not-required", 1, "host.nla=required"),
            "securitylayer",
                    Map.of(
                            0,
                            "host.security-layer=rdp",
                            1,
                            "host.security-layer=negotiate",
                            2,
                            "host.security-layer=tls"));

    @Override
    public void read(Pasted pasted, Findings findings) {
        for (Line line : pasted.lines()) {
            if (findings.isClaimed(line.start())) {
                continue;
            }
            SETTINGS.forEach((name, meanings) -> setting(line, name, meanings, findings));
            portNumber(line, findings);
            joined(line, pasted.text(), findings);
        }
    }

    private static void setting(Line line, String name, Map<Integer, String> meanings, Findings findings) {
        int at = line.lower().indexOf(name);
        if (at < 0 || !isAlone(line, at, name.length())) {
            return;
        }
        Line.Part value = number(line, at + name.length());
        String meaning =
                value.text().length() == 1 ? meanings.getOrDefault(value.text().charAt(0) - '0', "") : "";
        if (!meaning.isEmpty()) {
            int border = meaning.indexOf('=');
            String id = meaning.substring(0, border);
            boolean policy = id.equals("host.rdp-enabled") && meaning.endsWith("=no") && line.has("policies");
            findings.add(id, policy ? "by-policy-off" : meaning.substring(border + 1), line.whole());
            findings.claim(line);
        }
    }

    private static boolean isAlone(Line line, int at, int length) {
        int end = at + length;
        boolean before = at > 0 && Character.isLetterOrDigit(line.text().charAt(at - 1));
        boolean behind = end < line.text().length()
                && Character.isLetterOrDigit(line.text().charAt(end));
        return !before && !behind;
    }

    /** {@code dsregcmd /status}: what the machine is joined to. */
    private static void joined(Line line, String text, Findings findings) {
        Line.Part entra = line.value("azureadjoined");
        if (entra.text().isEmpty()) {
            return;
        }
        boolean domain = text.contains("DomainJoined : YES");
        String join = entra.is("yes") ? domain ? "hybrid" : "entra" : domain ? "domain" : "workgroup";
        findings.add("host.join", join, line.whole());
        findings.claim(line);
    }

    /** {@code PortNumber REG_DWORD 0xd3d}. */
    private static void portNumber(Line line, Findings findings) {
        int at = line.lower().indexOf("portnumber");
        if (at >= 0 && isAlone(line, at, "portnumber".length())) {
            Line.Part value = number(line, at + "portnumber".length());
            int port = value.text().isEmpty() ? -1 : Integer.parseInt(value.text());
            if (port > 0 && port <= 65_535) {
                findings.addNumber("host.port", port, line.whole());
                findings.claim(line);
            }
        }
    }

    /** The number behind a name, past colons, equals signs and the type; hex is turned into decimal. Empty without one. */
    private static Line.Part number(Line line, int from) {
        int i = from;
        String lower = line.lower();
        while (i < lower.length() && " \t:=\"|".indexOf(lower.charAt(i)) >= 0) {
            i++;
        }
        i = lower.startsWith("reg_dword", i) ? i + 9 : lower.startsWith("dword", i) ? i + 5 : i;
        while (i < lower.length() && " \t:=\"".indexOf(lower.charAt(i)) >= 0) {
            i++;
        }
        boolean hex = lower.startsWith("0x", i);
        int start = hex ? i + 2 : i;
        int end = start;
        while (end < lower.length() && end - start < 8 && Character.digit(lower.charAt(end), hex ? 16 : 10) >= 0) {
            end++;
        }
        if (end == start) {
            return new Line.Part("", line.start(), line.start());
        }
        long number = Long.parseLong(lower.substring(start, end), hex ? 16 : 10);
        return new Line.Part(
                Long.toString(Math.min(number, Integer.MAX_VALUE)), line.start() + start, line.start() + end);
    }
}
