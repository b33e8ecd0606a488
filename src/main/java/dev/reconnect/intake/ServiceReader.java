package dev.reconnect.intake;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code sc query}, {@code Get-Service}, {@code systemctl status} and what they answer about the services of RDP. */
final class ServiceReader implements TextReader {

    /** Services whose state is a symptom, by their names in lower case. */
    private static final Map<String, String> SERVICES = Map.ofEntries(
            Map.entry("termservice", "host.service"),
            Map.entry("remote desktop services", "host.service"),
            Map.entry("xrdp", "host.service"),
            Map.entry("xrdp.service", "host.service"),
            Map.entry("gnome-remote-desktop.service", "host.service"),
            Map.entry("sessionenv", "host.certificate-services"),
            Map.entry("keyiso", "host.certificate-services"),
            Map.entry("certpropsvc", "host.certificate-services"),
            Map.entry("cryptsvc", "host.certificate-services"),
            Map.entry("mpssvc", "host.firewall"),
            Map.entry("umrdpservice", "host.service"));

    @Override
    public void read(Pasted pasted, Findings findings) {
        List<Line> lines = pasted.lines();
        String asked = "";
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (!findings.isClaimed(line.start())) {
                asked = one(lines, i, asked, findings);
            }
        }
    }

    /** @return the service that the next lines are about */
    private String one(List<Line> lines, int index, String asked, Findings findings) {
        Line line = lines.get(index);
        String named = nameIn(line);
        if (!named.isEmpty()) {
            findings.claim(line);
            return named;
        }
        if (isStateOfScQuery(line)) {
            state(asked, line, findings);
            findings.claim(line);
        } else if (isKeyOfScQuery(line)) {
            findings.claim(line);
        } else if (line.startsWith("active:") && asked.contains("xrdp")
                || line.startsWith("active:") && asked.contains("remote-desktop")) {
            state(asked, line, findings);
            findings.claim(line);
        } else if (line.hasAny("termservice", "sessionenv", "keyiso", "certpropsvc", "remote desktop services")) {
            table(line, findings);
        }
        if (line.has("1060") && line.hasAny("openservice", "does not exist as an installed service")) {
            findings.add("host.service", "missing", line.whole());
            findings.claim(line);
        }
        return asked;
    }

    private static String nameIn(Line line) {
        for (String key : new String[] {
            "service_name",
            "nombre_servicio",
            "nom_service",
            "nome_servizio",
            "dienstname",
            "nome_do_serviço",
            "имя_службы",
            "nazwa_usługi",
            "servicename"
        }) {
            Line.Part value = line.value(key);
            if (!value.text().isEmpty()) {
                return value.text().toLowerCase(Locale.ROOT);
            }
        }
        String whole = line.whole().text();
        boolean systemctl = whole.startsWith("\u25CF ") || whole.startsWith("\u25CB ") || whole.startsWith("\u00D7 ");
        return systemctl ? whole.substring(2).split(" ", 2)[0].toLowerCase(Locale.ROOT) : "";
    }

    /** {@code STATE : 4  RUNNING}, in any language: the number says it. */
    private static boolean isStateOfScQuery(Line line) {
        boolean key = line.startsWith("state")
                || line.startsWith("estado")
                || line.startsWith("status")
                || line.startsWith("état")
                || line.startsWith("stato")
                || line.startsWith("состояние")
                || line.startsWith("stan ");
        int colon = line.text().indexOf(':');
        return key
                && colon > 0
                && colon + 2 < line.text().length()
                && Character.isDigit(line.part(colon + 1, line.text().length())
                        .text()
                        .concat(" ")
                        .charAt(0));
    }

    /** The other keys of {@code sc query}: their zeros are no findings. */
    private static boolean isKeyOfScQuery(Line line) {
        return line.hasAny(
                "win32_exit_code",
                "service_exit_code",
                "checkpoint ",
                "wait_hint",
                "win32_share_process",
                "stoppable",
                "cód_salida",
                "code_sortie",
                "punto_comprob",
                "indicación_inicio",
                "win32_own_process",
                "not_pausable");
    }

    private static void state(String service, Line line, Findings findings) {
        String symptom = SERVICES.getOrDefault(service, "");
        if (symptom.isEmpty()) {
            return;
        }
        String state = line.hasAny("running")
                ? "running"
                : line.hasAny("stopped", "inactive", "dead", "failed")
                        ? "stopped"
                        : line.hasAny(
                                        "start_pending",
                                        "stop_pending",
                                        "startpending",
                                        "stoppending",
                                        "activating",
                                        "deactivating")
                                ? "hung"
                                : byNumber(line);
        report(symptom, state, line.whole(), findings);
    }

    private static String byNumber(Line line) {
        return switch (line.part(line.text().indexOf(':') + 1, line.text().length())
                .text()
                .concat(" ")
                .charAt(0)) {
            case '1' -> "stopped";
            case '2', '3' -> "hung";
            case '4' -> "running";
            default -> "";
        };
    }

    private static void report(String symptom, String state, Line.Part place, Findings findings) {
        if (state.isEmpty()) {
            return;
        }
        switch (symptom) {
            case "host.firewall" -> {
                if (state.equals("stopped")) {
                    findings.add(symptom, "service-stopped", place);
                }
            }
            case "host.certificate-services" ->
                findings.add(symptom, state.equals("running") ? "running" : "stopped", place);
            default -> findings.add(symptom, state, place);
        }
    }

    /** A row of {@code Get-Service} ({@code Running  TermService  Remote Desktop Services}) or a key with the state. */
    private static void table(Line line, Findings findings) {
        String lower = line.whole().text().toLowerCase(Locale.ROOT);
        if (lower.contains("cannot be stopped")
                || lower.contains("cannot stop")
                || lower.contains("could not be stopped")
                || lower.contains("did not respond")) {
            findings.add("host.service", "hung", line.whole());
            return;
        }
        String state = lower.startsWith("running") || lower.endsWith(": running")
                ? "running"
                : lower.startsWith("stopped") || lower.endsWith(": stopped")
                        ? "stopped"
                        : lower.startsWith("startpending") || lower.startsWith("stoppending") ? "hung" : "";
        for (Map.Entry<String, String> service : SERVICES.entrySet()) {
            if (!state.isEmpty()
                    && lower.contains(service.getKey())
                    && !service.getKey().contains(" ")) {
                report(service.getValue(), state, line.whole(), findings);
                findings.claim(line);
                return;
            }
        }
    }
}
