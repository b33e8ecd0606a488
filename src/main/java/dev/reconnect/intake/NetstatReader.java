package dev.reconnect.intake;

import java.util.List;

/** {@code netstat}, {@code ss} and {@code Get-NetTCPConnection}: whether something listens on the RDP port. */
final class NetstatReader implements TextReader {

    @Override
    public void read(Pasted pasted, Findings findings) {
        List<Line> lines = pasted.lines();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (findings.isClaimed(line.start())) {
                continue;
            }
            if (isSocket(line)) {
                socket(line, findings);
            } else if (isQuestion(line)) {
                question(lines, i, findings);
            } else if (line.value("listen3389").text().length() > 0) {
                count(line, findings);
            }
        }
    }

    private static boolean isSocket(Line line) {
        boolean tcp = line.startsWith("tcp") || line.startsWith("udp") || line.startsWith("listen ");
        return tcp && line.has(":") && line.text().contains("  ");
    }

    private static void socket(Line line, Findings findings) {
        boolean listening =
                line.hasAny("listen", "abhören", "abhoren", "écoute", "escuch", "ascolto", "nasłuch", "прослушив");
        Line.Part local = localAddress(line);
        int port = Address.port(local.text());
        if (listening && (port == Address.RDP_PORT || line.hasAny("xrdp", "termservice", "svchost"))) {
            findings.add("host.listener", "listening", line.whole());
            findings.addBackgroundNumber("host.port", port, local);
            owner(line, findings);
        }
        findings.claim(line);
    }

    private static Line.Part localAddress(Line line) {
        int i = line.indent();
        while (i < line.text().length()) {
            Line.Part word = line.wordAt(i, "");
            if (word.text().indexOf(':') > 0 && Address.port(word.text().replace("[::]", "")) > 0) {
                return new Line.Part(word.text().replace("[::]", ""), word.start(), word.end());
            }
            i += Math.max(1, word.text().length());
            while (i < line.text().length() && line.text().charAt(i) <= ' ') {
                i++;
            }
        }
        return new Line.Part("", line.start(), line.start());
    }

    private static void owner(Line line, Findings findings) {
        if (line.hasAny("xrdp", "svchost", "termservice")) {
            findings.add("host.port-owner", "termservice", line.whole());
        } else if (line.hasAny("users:((", ".exe", "/")) {
            findings.add("host.port-owner", "other-program", line.whole());
        }
    }

    /** {@code netstat -ano | findstr 3389} with nothing but the next prompt below it: nothing listens. */
    private static boolean isQuestion(Line line) {
        boolean tool = line.hasAny("netstat", "ss -", "get-nettcpconnection", "lsof -i");
        return tool
                && line.has("3389")
                && (line.has("findstr") || line.has("grep") || line.hasAny("-localport", ":3389"));
    }

    private static void question(List<Line> lines, int index, Findings findings) {
        Line line = lines.get(index);
        String prompt = prompt(line);
        if (prompt.isEmpty()) {
            return;
        }
        findings.claim(line);
        boolean last = index + 1 >= lines.size();
        if (last || lines.get(index + 1).text().startsWith(prompt)) {
            findings.add("host.port-owner", "none", line.whole());
            findings.add("host.listener", "missing", line.whole());
        }
    }

    /** What stands before the command: {@code C:\>}, {@code PS C:\>}, {@code $}. */
    private static String prompt(Line line) {
        int end = line.text().indexOf('>');
        end = end < 0 ? line.text().indexOf('$') : end;
        end = end < 0 ? line.text().indexOf('#') : end;
        return end < 0 || end > 80 ? "" : line.text().substring(0, end + 1);
    }

    /** A script's own count of listeners. */
    private static void count(Line line, Findings findings) {
        Line.Part value = line.value("listen3389");
        boolean some = !value.text().isEmpty()
                && Character.isDigit(value.text().charAt(0))
                && value.text().charAt(0) != '0';
        findings.add("host.listener", some ? "listening" : "missing", value);
        findings.claim(line);
    }
}
