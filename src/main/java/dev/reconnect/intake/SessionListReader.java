package dev.reconnect.intake;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** {@code qwinsta}, {@code query session}, {@code quser}: the listener's state and who has a session. */
final class SessionListReader implements TextReader {

    private static final Set<String> LISTEN = Listed.set("""
            listen lauschen abhören abhö écouter écoute escuchar escucha ascolto escuta luisteren nasłuch прием
            lyssna リッスン 侦听
            """);

    private static final Set<String> DOWN = Set.of("down", "ausgefallen", "init", "initialisieren");

    @Override
    public void read(Pasted pasted, Findings findings) {
        List<Line> lines = pasted.lines();
        for (int i = 0; i < lines.size(); i++) {
            boolean unknownHeading = i + 1 < lines.size() && isFirstRow(lines.get(i + 1)) && !isFirstRow(lines.get(i));
            if ((isHeading(lines.get(i)) || unknownHeading)
                    && !findings.isClaimed(lines.get(i).start())) {
                table(lines, i, findings);
            }
        }
    }

    /** The heading of either command; translated headings keep "ID" between the user and the state. */
    private static boolean isHeading(Line line) {
        boolean english = line.has("sessionname") && line.has("state");
        boolean german = line.has("sitzungsname") && line.has("benutzername");
        boolean french = line.has("session") && line.has("utilisateur") && line.has("état");
        boolean spanish = line.has("nombre de sesión") && line.has("estado");
        return english || german || french || spanish || line.hasAll("username", "logon time");
    }

    /** Session 0 belongs to the services: the first row in every language, whatever the heading says. */
    private static boolean isFirstRow(Line line) {
        boolean services = line.startsWith("services ") || line.startsWith(">services ");
        return services && line.text().contains("   0 ");
    }

    private static void table(List<Line> lines, int heading, Findings findings) {
        boolean listener = false;
        boolean services = false;
        int others = 0;
        findings.claim(lines.get(heading));
        int i = heading + 1;
        for (; i < lines.size() && isRow(lines.get(i)); i++) {
            Line row = lines.get(i);
            boolean isListener = isListener(row);
            if (isListener) {
                listener(row, findings);
            }
            listener |= isListener;
            services |= row.startsWith("services") || row.startsWith(">services");
            others += !isListener && hasSession(row) ? 1 : 0;
            findings.claim(row);
        }
        if (services && !listener) {
            findings.add("host.listener", "missing", lines.get(heading).whole());
        }
        sessions(lines.get(heading), others, findings);
    }

    private static void sessions(Line heading, int others, Findings findings) {
        if (others >= 2) {
            findings.add("host.sessions", "others", heading.whole());
        }
    }

    /** The row of the listener itself; {@code rdp-tcp#4} is somebody's session on it. */
    private static boolean isListener(Line row) {
        return (row.startsWith("rdp-tcp") || row.startsWith(">rdp-tcp")) && !row.has("rdp-tcp#");
    }

    private static boolean isRow(Line line) {
        String whole = line.whole().text();
        boolean prompt =
                whole.contains(">") && !whole.startsWith(">") || whole.startsWith("PS ") || whole.startsWith("$");
        return !whole.isEmpty()
                && !prompt
                && whole.chars().anyMatch(Character::isDigit)
                && line.text().contains("  ");
    }

    private static void listener(Line row, Findings findings) {
        for (String word : row.lower().split("\\s+", 12)) {
            if (LISTEN.contains(word)) {
                findings.add("host.listener", "listening", row.whole());
                return;
            }
            if (DOWN.contains(word)) {
                findings.add("host.listener", "down", row.whole());
                return;
            }
        }
    }

    /** A row with a user: active or disconnected. */
    private static boolean hasSession(Line row) {
        String lower = row.lower().toLowerCase(Locale.ROOT);
        boolean state =
                lower.contains("active") || lower.contains("aktiv") || lower.contains("disc") || lower.contains("getr");
        boolean system = row.startsWith("services") || row.startsWith("console") && !lower.contains("active");
        return state && !system;
    }
}
