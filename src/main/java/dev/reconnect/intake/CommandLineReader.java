package dev.reconnect.intake;

import java.util.List;

/** Commands that start a client: xfreerdp and its kin, rdesktop, remmina, mstsc. What they were told is evidence. */
final class CommandLineReader implements TextReader {

    private static final String[] FREERDP = {
        "xfreerdp", "wlfreerdp", "sdl-freerdp", "sdl3-freerdp", "xfreerdp3", "wfreerdp"
    };

    @Override
    public void read(Pasted pasted, Findings findings) {
        List<Line> lines = pasted.lines();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (!findings.isClaimed(line.start()) && isCommand(line)) {
                command(line, findings);
                abandoned(lines, i, findings);
                findings.claim(line);
            }
        }
    }

    /** At a prompt, or at the start of a line and with switches: prose names the programs in the middle. */
    private static boolean isCommand(Line line) {
        boolean named = line.hasAny(FREERDP) || line.hasAny("rdesktop ", "remmina -", "mstsc /", "mstsc.exe");
        boolean prompt = line.text().indexOf("$ ") >= 0 && line.text().indexOf("$ ") < 60
                || line.startsWith("# ")
                || line.text().indexOf('>') > 0;
        boolean switches = line.hasAny(" /v:", " /u:", " /sec:", " -u ", " -g ", " /cert", " /admin", " /v ");
        boolean first = line.hasAny(FREERDP)
                && line.indent()
                        == line.text().length() - line.text().stripLeading().length()
                && startsWithProgram(line);
        return named && (prompt && line.text().length() < 600 || switches && first);
    }

    /** "xfreerdp: it says…" names who speaks, and is no command. */
    private static boolean startsWithProgram(Line line) {
        for (String program : FREERDP) {
            if (line.startsWith(program) && !line.startsWith(program + ":")) {
                return true;
            }
        }
        return line.startsWith("rdesktop ") || line.startsWith("mstsc") || line.startsWith("remmina -");
    }

    private static void command(Line line, Findings findings) {
        int i = 0;
        while (i < line.text().length()) {
            Line.Part word = line.wordAt(i, "");
            if (!word.text().isEmpty()) {
                option(word, findings);
            }
            i = Math.max(i + 1, word.end() - line.start() + 1);
        }
        kind(line, findings);
        if (line.has("rdesktop") && !line.has("freerdp")) {
            rdesktopTarget(line, findings);
        }
    }

    private static void option(Line.Part word, Findings findings) {
        String text = word.text().toLowerCase(java.util.Locale.ROOT);
        if (text.startsWith("/v:")) {
            Address.report(new Line.Part(word.text().substring(3), word.start() + 3, word.end()), findings);
        } else if (text.startsWith("/g:") || text.startsWith("/gateway:")) {
            findings.addBackground("gateway.used", "yes", word);
        } else if (text.equals("/gt:rpc") || text.equals("/gt:http")) {
            findings.addBackground("gateway.transport", text.endsWith("rpc") ? "rpc-http" : "http", word);
        } else if (text.startsWith("/proxy:")) {
            findings.addBackground("client.log", "proxy-used", word);
            findings.addBackground("client.proxy-variables", "yes", word);
        } else if (text.startsWith("/sec:")) {
            security(text.substring(5), word, findings);
        } else if (text.equals("-sec-nla") || text.equals("/sec:nla:off")) {
            findings.addBackground("client.nla", "no", word);
        } else if (text.startsWith("/cert")) {
            certificate(text, word, findings);
        } else if (text.startsWith("/u:")) {
            user(word, findings);
        } else if (text.equals("/restrictedadmin")
                || text.equals("/restricted-admin")
                || text.equals("+restricted-admin")) {
            findings.addBackground("client.remote-guard", "restricted-admin", word);
        } else if (text.equals("/remoteguard")) {
            findings.addBackground("client.remote-guard", "remote-guard", word);
        }
    }

    private static void security(String value, Line.Part word, Findings findings) {
        switch (value) {
            case "rdp", "tls", "nla" -> findings.addBackground("client.security-forced", value, word);
            case "aad" -> findings.addBackground("account.kind", "entra", word);
            default -> {}
        }
    }

    private static void certificate(String text, Line.Part word, Findings findings) {
        String value = text.contains("ignore")
                ? "ignore"
                : text.contains("deny") ? "deny" : text.contains("tofu") ? "tofu" : "";
        if (!value.isEmpty()) {
            findings.addBackground("client.certificate-setting", value, word);
        }
    }

    private static void user(Line.Part word, Findings findings) {
        String name = word.text().substring(3);
        String form = name.indexOf('\\') > 0 ? "domain-backslash" : name.indexOf('@') > 0 ? "upn" : "plain";
        findings.addBackground("account.name-form", form, word);
    }

    private static void kind(Line line, Findings findings) {
        String kind = line.hasAny("freerdp")
                ? "freerdp"
                : line.has("rdesktop") ? "rdesktop" : line.has("remmina") ? "remmina" : "mstsc";
        findings.addBackground("client.kind", kind, line.whole());
    }

    /** rdesktop names its target last. */
    private static void rdesktopTarget(Line line, Findings findings) {
        String whole = line.whole().text();
        int at = line.text().lastIndexOf(whole.substring(whole.lastIndexOf(' ') + 1));
        Line.Part last = line.part(Math.max(0, at), line.text().length());
        if (!last.text().startsWith("-") && last.text().length() > 2) {
            Address.report(last, findings);
        }
    }

    /** Nothing but {@code ^C} below the command: it hung until somebody gave up. */
    private static void abandoned(List<Line> lines, int index, Findings findings) {
        boolean next = index + 1 < lines.size() && lines.get(index + 1).whole().is("^C");
        boolean last = index + 2 >= lines.size()
                || lines.get(Math.min(lines.size() - 1, index + 2)).text().contains("$ ");
        if (next && last) {
            findings.add(
                    "client.log", "nothing-until-aborted", lines.get(index + 1).whole());
            findings.claim(lines.get(index + 1));
        }
    }
}
