package dev.reconnect.intake;

import java.util.Map;
import java.util.regex.Pattern;

/** Which program and which version: from its own output, from the frame of its windows, or named with a version in prose. */
final class ProgramReader implements TextReader {

    private static final String VERSION = "client.version";

    private static final int LONGEST_VERSION = 20;

    private static final Pattern VERSIONS =
            Pattern.compile("\\d{1,6}\\.\\d{1,6}(\\.\\d{1,6}){0,2}([-+]?[\\p{Alnum}]{1,12}){0,2}");

    /** Windows 11 still calls itself 10.0. */
    private static final int FIRST_BUILD_OF_11 = 22_000;

    /** Programs whose name is followed by a version; what is longer stands first. */
    private static final Map<String, String> PROGRAMS = Map.ofEntries(
            Map.entry("xfreerdp", "freerdp"),
            Map.entry("freerdp", "freerdp"),
            Map.entry("remmina", "remmina"),
            Map.entry("rdesktop", "rdesktop"),
            Map.entry("mremoteng", "mremoteng"),
            Map.entry("windows app", "windows-app"),
            Map.entry("microsoft remote desktop", ""),
            Map.entry("royal ts", "royal-ts"));

    @Override
    public void read(Pasted pasted, Findings findings) {
        for (Line line : pasted.lines()) {
            frames(line, findings);
            if (line.has("client build")) {
                version(line, line.lower().indexOf("client build") + "client build".length(), 48, findings);
            } else if (line.startsWith("ver:")
                    || line.startsWith("shell version")
                    || line.startsWith("control version")) {
                build(line, findings);
            } else {
                programs(line, findings);
            }
        }
    }

    /** Windows that only one program shows. */
    private static void frames(Line line, Findings findings) {
        String whole = line.whole().text();
        if (whole.equals("Remote Desktop Connection")) {
            findings.addBackground("client.kind", "mstsc", line.whole());
            findings.claim(line);
        } else if (line.startsWith("rdp disconnected!")) {
            findings.addBackground("client.kind", "mremoteng", line.find("rdp disconnected!"));
        } else if (line.startsWith("os ") && line.has("microsoft windows 10.0.")) {
            system(line, findings);
        } else if (whole.equals("WarningMsg") || whole.equals("ErrorMsg")) {
            findings.addBackground("client.kind", "mremoteng", line.whole());
            findings.claim(line);
        } else if (line.startsWith("activity id:")) {
            findings.addBackground("client.kind", "windows-app", line.whole());
            findings.claim(line);
        } else if (line.has("axmsrdpclient") || line.has("rdponon")) {
            findings.addBackground("client.kind", "session-manager", line.whole());
        }
    }

    /** The system of the machine that a PowerShell describes: the one somebody sits at. */
    private static void system(Line line, Findings findings) {
        Line.Part build = line.after("microsoft windows 10.0.");
        if (build.text().length() >= 5 && build.text().substring(0, 5).chars().allMatch(Character::isDigit)) {
            boolean eleven = Integer.parseInt(build.text().substring(0, 5)) >= FIRST_BUILD_OF_11;
            findings.addBackground("client.os", eleven ? "windows-11" : "windows-10", line.whole());
            findings.claim(line);
        }
    }

    private static void programs(Line line, Findings findings) {
        for (Map.Entry<String, String> program : PROGRAMS.entrySet()) {
            int at = line.lower().indexOf(program.getKey());
            if (at >= 0 && !findings.has(VERSION)) {
                version(line, at + program.getKey().length(), 12, findings);
            }
        }
    }

    /** The first word of digits and dots within some characters: {@code FreeRDP version 2.11.7}, {@code mRemoteNG 1.76.20}. */
    private static void version(Line line, int from, int within, Findings findings) {
        int limit = Math.min(line.text().length(), from + within);
        for (int i = from; i < limit; i++) {
            boolean starts = Character.isDigit(line.text().charAt(i))
                    && " v(-".indexOf(line.text().charAt(i - 1)) >= 0;
            if (starts) {
                Line.Part word = line.wordAt(i, ",;()]");
                String text = word.text().endsWith(".")
                        ? word.text().substring(0, word.text().length() - 1)
                        : word.text();
                if (isVersion(text)) {
                    findings.addBackground(
                            VERSION,
                            text.toLowerCase(java.util.Locale.ROOT),
                            new Line.Part(text, word.start(), word.start() + text.length()));
                    return;
                }
            }
        }
    }

    /** Two numbers with a dot between and perhaps more behind them; addresses have more parts, hosts of a domain have letters. */
    private static boolean isVersion(String text) {
        return text.length() <= LONGEST_VERSION && VERSIONS.matcher(text).matches();
    }

    /** The build of Windows that a tool on the host prints, or of the client's own library. */
    private static void build(Line line, Findings findings) {
        Line.Part value = line.startsWith("ver:")
                ? line.value("ver")
                : line.part(line.lower().indexOf("version") + 7, line.text().length());
        if (value.text().startsWith("10.0.") || value.text().startsWith("6.")) {
            findings.addBackground(line.startsWith("ver:") ? "host.build" : VERSION, value.text(), value);
        }
    }
}
