package dev.reconnect.intake;

import java.util.List;

/** PowerShell's {@code Test-NetConnection}, as a list, as a table or as its warnings alone. */
final class TestNetConnectionReader implements TextReader {

    /** Lines of one answer: the keys and the warnings before them. */
    private static final int ANSWER = 24;

    @Override
    public void read(Pasted pasted, Findings findings) {
        List<Line> lines = pasted.lines();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (line.has("tcptestsucceeded")) {
                succeeded(lines, i, findings);
            } else if (isWarning(line) && line.hasAll("tcp connect to", "failed")) {
                warned(line, findings);
            } else if (isWarning(line) && line.hasAll("ping to", "failed")) {
                findings.add("host.ping", "no", line.whole());
                findings.claim(line);
            } else if (isWarning(line) && line.has("name resolution of")) {
                findings.add("network.dns", "fails", line.whole());
                findings.claim(line);
            } else if (line.hasAny("test-netconnection", "test-connection") && line.indent() < 8 && isCommand(line)) {
                command(lines, i, findings);
            }
        }
    }

    /** "WARNING:" in the language of the shell; the sentence behind it is always English. */
    private static boolean isWarning(Line line) {
        int colon = line.text().indexOf(':');
        return colon > 0 && colon < 24;
    }

    /** A command at a prompt or alone on its line; prose mentions it in the middle of a sentence. */
    private static boolean isCommand(Line line) {
        return line.startsWith("ps ") || line.startsWith("test-") || line.has("> test-");
    }

    private void succeeded(List<Line> lines, int index, Findings findings) {
        Line line = lines.get(index);
        Line.Part value = line.after("tcptestsucceeded");
        String text = value.text().replaceFirst("^[ :=\\-]{1,8}", "");
        boolean table = text.isEmpty() || !startsWithTruth(text);
        Line.Part answer = table ? tableValue(lines, index) : value;
        String truth = table ? answer.text() : text;
        if (truth.regionMatches(true, 0, "true", 0, 4)) {
            report(lines, index, answer, "yes", findings);
        } else if (truth.regionMatches(true, 0, "false", 0, 5)) {
            report(lines, index, answer, "no", findings);
        }
    }

    private static boolean startsWithTruth(String text) {
        return text.regionMatches(true, 0, "true", 0, 4) || text.regionMatches(true, 0, "false", 0, 5);
    }

    /** In a table the answer is the last column of the row below the dashes. */
    private static Line.Part tableValue(List<Line> lines, int index) {
        for (int i = index + 1; i < Math.min(lines.size(), index + 4); i++) {
            Line line = lines.get(i);
            if (line.lower().stripTrailing().endsWith("true")
                    || line.lower().stripTrailing().endsWith("false")) {
                String whole = line.whole().text();
                int at = line.text().lastIndexOf(whole.substring(whole.lastIndexOf(' ') + 1));
                return line.part(at, line.text().length());
            }
        }
        return new Line.Part("", 0, 0);
    }

    private static void report(List<Line> lines, int index, Line.Part place, String value, Findings findings) {
        int port = -1;
        for (int i = Math.max(0, index - ANSWER); i < Math.min(lines.size(), index + 4); i++) {
            Line line = lines.get(i);
            port = port < 0 ? portIn(line, findings) : port;
            keys(line, findings);
        }
        ports(port, place, value, findings);
        findings.claim(lines.get(index));
    }

    private static int portIn(Line line, Findings findings) {
        Line.Part remote = line.value("remoteport");
        Line.Part asked = remote.text().isEmpty() ? line.numberAfter("-port") : remote;
        int port = Address.number(asked.text());
        if (port > 0) {
            findings.addBackgroundNumber("network.port-used", port, asked);
        }
        return port;
    }

    private static void keys(Line line, Findings findings) {
        Line.Part ping = line.value("pingsucceeded");
        if (ping.is("true") || ping.is("false")) {
            findings.add("host.ping", ping.is("true") ? "yes" : "no", ping);
        }
        if (line.startsWith("computername")
                || line.startsWith("remoteaddress")
                || line.startsWith("remoteport")
                || line.startsWith("interfacealias")
                || line.startsWith("sourceaddress")
                || line.startsWith("pingreplydetails")
                || line.startsWith("pingsucceeded")) {
            findings.claim(line);
        }
    }

    /** The gateway's port is asked about on purpose; any other port counts as the host's RDP port. */
    private static void ports(int port, Line.Part place, String value, Findings findings) {
        findings.add(port == 443 ? "gateway.port-reachable" : "network.port-reachable", value, place);
    }

    private static void warned(Line line, Findings findings) {
        Line.Part inside = line.after("tcp connect to");
        int port = Address.number(digitsBehindColon(inside.text()));
        if (port > 0) {
            findings.addBackgroundNumber("network.port-used", port, inside);
        }
        ports(port, line.whole(), "no", findings);
        findings.claim(line);
    }

    private static String digitsBehindColon(String text) {
        int from = text.lastIndexOf(':') + 1;
        while (from < text.length() && text.charAt(from) == ' ') {
            from++;
        }
        int to = from;
        while (to < text.length() && Character.isDigit(text.charAt(to))) {
            to++;
        }
        return text.substring(from, to);
    }

    /** The command itself; behind {@code Test-Connection -TcpPort} a bare True is no evidence: some versions always say so. */
    private static void command(List<Line> lines, int index, Findings findings) {
        Line line = lines.get(index);
        Line.Part port = line.numberAfter(line.has("-tcpport") ? "-tcpport" : "-port");
        if (Address.number(port.text()) > 0) {
            findings.addNumber("network.port-used", Address.number(port.text()), port);
        }
        findings.claim(line);
        if (index + 1 < lines.size() && line.has("-tcpport")) {
            Line next = lines.get(index + 1);
            if (next.whole().is("false")) {
                findings.add("network.port-reachable", "no", next.whole());
            } else if (next.whole().is("true")) {
                findings.note(
                        "no-evidence",
                        "True from Test-Connection says nothing: some versions always print it",
                        next.start(),
                        next.end());
            }
            findings.claim(next);
        }
    }
}
