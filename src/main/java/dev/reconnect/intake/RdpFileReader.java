package dev.reconnect.intake;

import java.util.Map;

/** Settings of an .rdp file: {@code name:type:value}. A template's defaults say nothing and are passed over. */
final class RdpFileReader implements TextReader {

    /** {@code name=value} of a setting, and the symptom that it stands for. */
    private static final Map<String, String> MEANINGS = Map.ofEntries(
            Map.entry("enablecredsspsupport:0", "client.nla=no"),
            Map.entry("enablecredsspsupport:1", "client.nla=yes"),
            Map.entry("gatewayusagemethod:0", "gateway.used=no"),
            Map.entry("gatewayusagemethod:4", "gateway.used=no"),
            Map.entry("gatewayusagemethod:1", "gateway.used=yes"),
            Map.entry("authentication level:0", "client.authentication-level=connect"),
            Map.entry("authentication level:1", "client.authentication-level=refuse"),
            Map.entry("authentication level:2", "client.authentication-level=warn"),
            Map.entry("authentication level:3", "client.authentication-level=none"),
            Map.entry("negotiate security layer:0", "client.security-forced=tls"));

    @Override
    public void read(Pasted pasted, Findings findings) {
        usage(pasted, findings);
        for (Line line : pasted.lines()) {
            int type = typeAt(line);
            if (type > 0) {
                String name = line.lower().substring(line.indent(), type).strip();
                setting(name, line.part(type + 3, line.text().length()), findings);
                if (!findings.has("client.rdp-file")) {
                    findings.addBackground("client.rdp-file", "yes", line.whole());
                }
                findings.claim(line);
            }
        }
    }

    /** Whether a gateway is used at all is read first: files keep the name of a gateway that is switched off. */
    private static void usage(Pasted pasted, Findings findings) {
        for (Line line : pasted.lines()) {
            if (line.startsWith("gatewayusagemethod:i:")) {
                setting("gatewayusagemethod", line.after(":i:"), findings);
            }
        }
    }

    /** Where {@code :i:}, {@code :s:} or {@code :b:} stands behind a name of letters and blanks; -1 for another line. */
    private static int typeAt(Line line) {
        int colon = line.text().indexOf(':');
        boolean typed = colon > 2
                && colon + 2 < line.text().length()
                && colon < 48
                && "isb".indexOf(line.lower().charAt(colon + 1)) >= 0
                && line.text().charAt(colon + 2) == ':';
        if (!typed) {
            return -1;
        }
        for (int i = line.indent(); i < colon; i++) {
            char c = line.lower().charAt(i);
            if (!Character.isLetterOrDigit(c) && c != ' ') {
                return -1;
            }
        }
        return colon;
    }

    private static void setting(String name, Line.Part value, Findings findings) {
        String meaning = MEANINGS.getOrDefault(name + ":" + value.text(), "");
        if (!meaning.isEmpty()) {
            int border = meaning.indexOf('=');
            findings.add(meaning.substring(0, border), meaning.substring(border + 1), value);
        }
        switch (name) {
            case "full address", "alternate full address" -> Address.report(value, findings);
            case "server port" -> port(value, findings);
            case "gatewayhostname" -> gateway(value, findings);
            case "enablerdsaadauth", "targetisaadjoined" -> {
                if (value.text().equals("1")) {
                    findings.addBackground("host.join", "entra", value);
                }
            }
            case "loadbalanceinfo" -> findings.addBackground("farm.used", "yes", value);
            case "username" -> name(value, findings);
            default -> {}
        }
    }

    /** A gateway's name alone: the setting how it is used, where there is one, decides. */
    private static void gateway(Line.Part value, Findings findings) {
        if (!value.text().isEmpty() && !findings.has("gateway.used")) {
            findings.addBackground("gateway.used", "yes", value);
        }
    }

    private static void port(Line.Part value, Findings findings) {
        if (Address.number(value.text()) > 0 && Address.number(value.text()) != Address.RDP_PORT) {
            findings.addBackgroundNumber("network.port-used", Address.number(value.text()), value);
        }
    }

    private static void name(Line.Part value, Findings findings) {
        String user = value.text();
        if (user.isEmpty()) {
            return;
        }
        boolean entra = user.regionMatches(true, 0, "azuread\\", 0, 8);
        String form = entra
                ? "azuread-backslash"
                : user.indexOf('\\') > 0 ? "domain-backslash" : user.indexOf('@') > 0 ? "upn" : "plain";
        findings.addBackground("account.name-form", form, value);
    }
}
