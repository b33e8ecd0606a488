package dev.reconnect.intake;

/** Tells a decimal number that is an error code from all the other numbers of a text, by what stands around it. */
final class DecimalLabels {

    /** Decimal reasons of the gateway range. */
    private static final long GATEWAY_RANGE = 0x300_0000L;

    private DecimalLabels() {}

    /** @param label what stands before the number, squeezed */
    static boolean isCode(Line line, Line previous, Line.Part number, String label) {
        boolean strong = label.endsWith("errorcode")
                || label.endsWith("fehlercode")
                || CodeLabels.isCode(label) && !label.endsWith("error");
        boolean weak = label.endsWith("error")
                || label.endsWith("with") && line.hasAny("disconnect", "fail", "end", "error", "exit", "stop", "close");
        boolean enough = number.text().length() >= 3 && !label.contains("http");
        return strong || weak && enough || popup(line, previous, number) || diagnostic(line, number) || gateway(number);
    }

    /** {@code RDP disconnected! 260 Remote Desktop can't find …}, as mRemoteNG and its kin write it, in any language. */
    private static boolean popup(Line line, Line previous, Line.Part number) {
        int at = number.start() - line.start();
        String before = line.lower().substring(0, at);
        boolean sameLine = before.contains("rdp") && before.strip().endsWith("!");
        boolean nextLine = before.isBlank()
                && previous != line
                && previous.has("rdp")
                && previous.whole().text().endsWith("!");
        int end = number.end() - line.start();
        return (sameLine || nextLine)
                && end < line.text().length()
                && line.text().charAt(end) == ' ';
    }

    /** {@code SocketConnectionTimedOut (1796)}: the diagnostics of Azure Virtual Desktop. */
    private static boolean diagnostic(Line line, Line.Part number) {
        int open = number.start() - line.start() - 1;
        if (open < 11 || line.text().charAt(open) != '(') {
            return false;
        }
        int to = open;
        while (to > 0 && line.text().charAt(to - 1) == ' ') {
            to--;
        }
        int from = to;
        int capitals = 0;
        while (from > 0 && Character.isLetter(line.text().charAt(from - 1))) {
            from--;
            capitals += Character.isUpperCase(line.text().charAt(from)) ? 1 : 0;
        }
        return to - from >= 10 && capitals >= 2 && capitals < (to - from) / 2;
    }

    private static boolean gateway(Line.Part number) {
        if (number.text().length() != 8 || !number.text().startsWith("5033")) {
            return false;
        }
        long value = Long.parseLong(number.text());
        return value >= GATEWAY_RANGE && value < GATEWAY_RANGE + 0x200;
    }

    /** "error 3 times", "error 5 minutes": a number of something. */
    static boolean isCount(Line line, Line.Part number) {
        int end = number.end() - line.start();
        String behind = line.lower()
                .substring(end, Math.min(line.lower().length(), end + 10))
                .strip();
        return behind.startsWith("times")
                || behind.startsWith("minute")
                || behind.startsWith("second")
                || behind.startsWith("%")
                || behind.startsWith("hour")
                || behind.startsWith("day")
                || behind.startsWith("pc")
                || behind.startsWith("of ");
    }
}
