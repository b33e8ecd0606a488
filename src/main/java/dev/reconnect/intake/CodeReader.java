package dev.reconnect.intake;

import java.util.List;

/**
 * Error codes in windows and in prose: "Error code: 0x904" in any language, "(code 0x1104)", "0x904/0x7",
 * "Error code 264.", "disconnects with 3334", and names such as SEC_E_LOGON_DENIED.
 */
final class CodeReader implements TextReader {

    /** How much text before a number can be its label. */
    private static final int LABEL_WITHIN = 48;

    private final CodeScanner scanner;
    private final Codes codes;

    CodeReader(CodeScanner scanner, Codes codes) {
        this.scanner = scanner;
        this.codes = codes;
    }

    @Override
    public void read(Pasted pasted, Findings findings) {
        List<Line> lines = pasted.lines();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (!findings.isClaimed(line.start())) {
                line(line, i > 0 ? lines.get(i - 1) : line, findings);
            }
        }
    }

    private void line(Line line, Line previous, Findings findings) {
        if (line.text().indexOf('_') > 0) {
            scanner.names(line, findings);
        }
        int firstCodeEnd = -1;
        for (int at = nextNumber(line, 0); at >= 0; ) {
            Line.Part number = numberAt(line, at);
            int end = number.end() - line.start();
            if (number.text().length() > 0 && number(line, previous, number, firstCodeEnd, findings)) {
                firstCodeEnd = end;
            }
            at = nextNumber(line, Math.max(end, at + 1));
        }
    }

    private static int nextNumber(Line line, int from) {
        for (int i = from; i < line.text().length(); i++) {
            char c = line.text().charAt(i);
            boolean starts =
                    c >= '0' && c <= '9' && (i == 0 || !isWord(line.text().charAt(i - 1)));
            if (starts) {
                return i;
            }
        }
        return -1;
    }

    /** Letters of scripts that write without blanks may touch a number; Latin letters may not. */
    private static boolean isWord(char c) {
        return c < 0x2E80 && Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '\\';
    }

    /** A whole number, decimal or hex, with its sign; empty for a part of something else (addresses, versions, dates). */
    private static Line.Part numberAt(Line line, int at) {
        String lower = line.lower();
        boolean hex = lower.startsWith("0x", at);
        int end = hex ? at + 2 : at;
        while (end < lower.length() && Character.digit(lower.charAt(end), hex ? 16 : 10) >= 0) {
            end++;
        }
        boolean torn = end < lower.length() && isTail(lower, end);
        int from = at > 0 && lower.charAt(at - 1) == '-' && (at == 1 || !isWord(lower.charAt(at - 2))) ? at - 1 : at;
        return torn || end - at > 22 || hex && end == at + 2
                ? new Line.Part("", line.start() + at, line.start() + end)
                : line.part(from, end);
    }

    private static boolean isTail(String lower, int end) {
        char c = lower.charAt(end);
        boolean letters = c < 0x2E80 && Character.isLetter(c) || c == '_';
        boolean goesOn = (c == '.' || c == ':' || c == '-' || c == ',')
                && end + 1 < lower.length()
                && Character.isDigit(lower.charAt(end + 1));
        return letters || goesOn;
    }

    /** @return whether the number was a first code, after which a second may follow */
    private boolean number(Line line, Line previous, Line.Part number, int firstCodeEnd, Findings findings) {
        int at = number.start() - line.start();
        String before = CodeLabels.squeeze(line.lower().substring(Math.max(0, at - LABEL_WITHIN), at));
        String label = before.isEmpty() && previous != line ? tail(previous) : before;
        boolean hex = number.text().startsWith("0x") || number.text().startsWith("0X");
        if (CodeLabels.isExtended(label)) {
            findings.add(
                    "error.extended-code",
                    scanner.normaliser().normalise(number.text()).value(),
                    number);
            claimIfAlone(line, findings);
            return false;
        }
        if (hex && firstCodeEnd >= 0 && isPairBorder(line.text().substring(firstCodeEnd, at))) {
            findings.add(
                    "error.extended-code",
                    scanner.normaliser().normalise(number.text()).value(),
                    number);
            return false;
        }
        return hex ? hexCode(line, number, label, findings) : decimalCode(line, previous, number, label, findings);
    }

    private static String tail(Line line) {
        return CodeLabels.squeeze(
                line.lower().substring(Math.max(0, line.lower().length() - LABEL_WITHIN)));
    }

    private static boolean isPairBorder(String between) {
        String plain = between.strip();
        return plain.length() <= 5
                && (plain.equals("/")
                        || plain.equals(",")
                        || plain.equals("+")
                        || plain.equals(";")
                        || plain.equals("and")
                        || plain.equals("&")
                        || plain.equals("with"));
    }

    private boolean hexCode(Line line, Line.Part number, String label, Findings findings) {
        // Behind the name of one of the server's reasons the number says it again.
        if (label.contains("errinfo")) {
            return false;
        }
        Code code = scanner.normaliser().normalise(number.text());
        boolean labelled = CodeLabels.isCode(label);
        boolean status =
                number.text().length() == 10 && "8cC".indexOf(number.text().charAt(2)) >= 0;
        boolean known = !codes.meanings(code.value()).isEmpty() && number.text().length() >= 5;
        boolean example = label.endsWith("suchas") || label.endsWith("forexample") || label.endsWith("e.g");
        if (code.malformed() || example || CodeLabels.isOther(label) || !labelled && !status && !known) {
            return false;
        }
        boolean logon = status && line.hasAny("4625", "sub status", "sub-status", "substatus");
        findings.add(logon ? "logon.status" : "error.code", code.value(), number);
        claimIfAlone(line, findings);
        return true;
    }

    private boolean decimalCode(Line line, Line previous, Line.Part number, String label, Findings findings) {
        if (label.endsWith("failurecode") && number.text().length() == 1) {
            negotiation(number, findings);
            return false;
        }
        // "BIO_read returned a system error 104" is a number of the client's operating system.
        if (label.endsWith("systemerror")) {
            return false;
        }
        boolean signed = number.text().startsWith("-") && number.text().length() >= 9;
        if (!signed && !DecimalLabels.isCode(line, previous, number, label) || DecimalLabels.isCount(line, number)) {
            return false;
        }
        Code code = scanner.normaliser().normalise(number.text());
        boolean status = code.value().startsWith("0x800") || code.value().startsWith("0xc0");
        if (code.malformed() || signed && !status) {
            return false;
        }
        findings.add("error.code", code.value(), number);
        return true;
    }

    private static void negotiation(Line.Part number, Findings findings) {
        String[] values = {
            "",
            "ssl-required",
            "ssl-not-allowed",
            "ssl-cert-not-on-server",
            "inconsistent-flags",
            "hybrid-required",
            "user-auth-required"
        };
        int index = number.text().charAt(0) - '0';
        if (index >= 1 && index < values.length) {
            findings.add("error.negotiation-failure", values[index], number);
        }
    }

    /** A line that is nothing but label and code has been understood. */
    private static void claimIfAlone(Line line, Findings findings) {
        if (line.whole().text().length() <= 60
                && line.text().indexOf(':') > 0
                && line.text().split(" ").length <= 8) {
            findings.claim(line);
        }
    }
}
