package dev.reconnect.intake;

import java.util.List;

/** Tools that try one port: nc, telnet, nmap, PortQry, psping, tcping, curl, openssl s_client; and plain ping. */
final class PortProbeReader implements TextReader {

    @Override
    public void read(Pasted pasted, Findings findings) {
        List<Line> lines = pasted.lines();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (!findings.isClaimed(line.start())) {
                one(lines, i, line, findings);
            }
        }
    }

    private void one(List<Line> lines, int index, Line line, Findings findings) {
        if (line.hasAny(
                "nc: ",
                "ncat",
                "netcat",
                "telnet",
                "could not open connection",
                "connection to",
                "port [tcp",
                "trying ")) {
            connect(lines, index, line, findings);
        }
        if (line.has("/tcp")) {
            nmapRow(line, findings);
        } else if (line.startsWith("|") || line.startsWith("nmap ") || line.has("nmap scan report")) {
            nmapFrame(line, findings);
        } else if (line.startsWith("tcp port") && line.has("service)")) {
            portQry(line, findings);
        }
        sockets(line, findings);
        ping(line, findings);
    }

    /** Messages of Windows' own sockets, as psping and tcping pass them on; and of curl. */
    private static void sockets(Line line, Findings findings) {
        if (line.has("timeout period expired")) {
            failed(line, "timeout", findings);
        } else if (line.has("refused the network connection")) {
            failed(line, "refused", findings);
        } else if (line.has("curl: (7)")) {
            failed(line, line.has("refused") ? "refused" : "", findings);
        } else if (line.has("curl: (28)")) {
            failed(line, "timeout", findings);
        } else if (line.startsWith("connecting to ") && line.hasAny("(warmup)", "iteration")) {
            findings.claim(line);
        }
    }

    private void connect(List<Line> lines, int index, Line line, Findings findings) {
        boolean tool =
                line.hasAny("nc: ", "ncat:", "telnet:", "connect to ", "connection to ", "could not open connection");
        if (!tool) {
            command(line, findings);
            return;
        }
        if (line.has("refused")) {
            failed(line, "refused", findings);
        } else if (line.hasAny("timed out", "timeout")) {
            failed(line, "timeout", findings);
        } else if (line.hasAny("no route to host", "network is unreachable")) {
            findings.add("error.message", "no-route", line.whole());
            failed(line, "", findings);
        } else if (line.has("could not open connection to the host")) {
            failed(line, "", findings);
        } else if (line.has("succeeded!")
                || line.has("ncat: connected to")
                || line.has(" open") && line.has("connection to")) {
            reachable(line, "yes", findings);
        }
    }

    /** {@code $ telnet host 3390}, {@code nc -vz host 3389}: who tried which port. */
    private static void command(Line line, Findings findings) {
        boolean typed = line.hasAny("$ nc ", "$ telnet ", "> telnet ", "$ ncat ", "# nc ", "# telnet ");
        if (typed || line.startsWith("nc -") || line.startsWith("telnet ") && !line.has(":")) {
            String whole = line.whole().text();
            Line.Part last = line.part(
                    line.text().lastIndexOf(whole.substring(whole.lastIndexOf(' ') + 1)),
                    line.text().length());
            if (Address.number(last.text()) > 0) {
                findings.addBackgroundNumber("network.port-used", Address.number(last.text()), last);
            }
            findings.claim(line);
        }
    }

    private static void failed(Line line, String how, Findings findings) {
        reachable(line, "no", findings);
        if (!how.isEmpty()) {
            findings.add("network.refused", how, line.whole());
        }
    }

    private static void reachable(Line line, String value, Findings findings) {
        Line.Part port = line.has(" port [") ? wordBefore(line, " port [") : line.numberAfter("port ");
        int number = Address.number(port.text());
        if (number > 0) {
            findings.addBackgroundNumber("network.port-used", number, port);
        }
        findings.add(number == 443 ? "gateway.port-reachable" : "network.port-reachable", value, line.whole());
        findings.claim(line);
    }

    private static Line.Part wordBefore(Line line, String needle) {
        int end = line.lower().indexOf(needle);
        return line.part(line.text().lastIndexOf(' ', end - 1) + 1, end);
    }

    /** {@code 3389/tcp open ms-wbt-server xrdp}. */
    private static void nmapRow(Line line, Findings findings) {
        int slash = line.lower().indexOf("/tcp");
        Line.Part port = line.part(0, slash);
        int number = Address.number(port.text());
        if (number < 0) {
            return;
        }
        Line.Part state = line.wordAt(nextWord(line, slash + 4), "");
        boolean rdp = number == Address.RDP_PORT || line.has("ms-wbt-server");
        if (state.is("open") && rdp) {
            findings.add("network.port-reachable", "yes", line.whole());
            findings.addBackgroundNumber("host.port", number, port);
        } else if (state.is("open")) {
            findings.add("network.other-services", "yes", line.whole());
        } else if ((state.is("closed") || state.is("filtered")) && rdp) {
            findings.add("network.port-reachable", "no", line.whole());
            findings.add("network.refused", state.is("closed") ? "refused" : "timeout", state);
        }
        if (!state.is("open")) {
            findings.addBackgroundNumber("network.port-used", number, port);
        }
        software(line, findings);
        findings.claim(line);
    }

    private static int nextWord(Line line, int from) {
        int i = from;
        while (i < line.text().length() && line.text().charAt(i) == ' ') {
            i++;
        }
        return i;
    }

    private static void software(Line line, Findings findings) {
        if (line.has("xrdp")) {
            findings.add("host.server-software", "xrdp", line.find("xrdp"));
        } else if (line.has("microsoft terminal services")) {
            findings.add("host.server-software", "windows", line.find("microsoft terminal services"));
        } else if (line.hasAny("vnc", "http", "ssh") && line.has("3389/")) {
            findings.add("host.server-software", "not-rdp", line.whole());
        }
    }

    private static void nmapFrame(Line line, Findings findings) {
        if (line.hasAny("native rdp: success", "| ssl: success", "    ssl: success")) {
            findings.add("host.nla", "not-required", line.whole());
        }
        findings.claim(line);
    }

    private static void portQry(Line line, Findings findings) {
        if (line.has("not listening")) {
            findings.add("network.port-reachable", "no", line.whole());
            findings.add("network.refused", "refused", line.whole());
        } else if (line.has("filtered")) {
            findings.add("network.port-reachable", "no", line.whole());
        } else if (line.has("listening")) {
            findings.add("network.port-reachable", "yes", line.whole());
        }
        findings.claim(line);
    }

    private static void ping(Line line, Findings findings) {
        if (line.startsWith("reply from") && line.has("bytes=") || line.has("bytes from") && line.has("icmp_seq")) {
            findings.add("host.ping", "yes", line.whole());
            findings.claim(line);
        } else if (line.startsWith("request timed out")
                || line.has("destination host unreachable")
                || line.has("100% packet loss")) {
            findings.add("host.ping", "no", line.whole());
            findings.claim(line);
        } else if (line.has("ping request could not find host")
                || line.has("name or service not known") && line.has("ping")) {
            findings.add("network.dns", "fails", line.whole());
            findings.claim(line);
        }
        if (line.has("% loss") || line.has("% packet loss")) {
            loss(line, findings);
        }
    }

    private static void loss(Line line, Findings findings) {
        int percent = line.text().indexOf('%');
        int from = percent;
        while (from > 0 && Character.isDigit(line.text().charAt(from - 1))) {
            from--;
        }
        if (from < percent && percent - from <= 3) {
            findings.addNumber(
                    "network.packet-loss",
                    Integer.parseInt(line.text().substring(from, percent)),
                    line.part(from, percent + 1));
            findings.claim(line);
        }
    }
}
