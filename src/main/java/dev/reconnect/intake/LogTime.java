package dev.reconnect.intake;

/** The time of day in front of a log line, in milliseconds. */
final class LogTime {

    private static final int DAY = 24 * 60 * 60 * 1000;

    private LogTime() {}

    /** Reads {@code [03:24:35:190]}, {@code [20261121-03:30:07]}, {@code Mar 04 10:19:06}, {@code 2021-04-09T16:40:11.39}; -1 without one. */
    static int of(Line line) {
        String text = line.text();
        int limit = Math.min(text.length() - 5, 32);
        for (int i = 0; i < limit; i++) {
            if (text.charAt(i) == ':' && i >= 2 && two(text, i - 2) >= 0 && two(text, i + 1) >= 0) {
                return clock(text, i);
            }
        }
        return -1;
    }

    private static int clock(String text, int colon) {
        int hours = two(text, colon - 2);
        int minutes = two(text, colon + 1);
        boolean hasSeconds = colon + 5 < text.length() && text.charAt(colon + 3) == ':';
        int seconds = hasSeconds ? two(text, colon + 4) : 0;
        int behind = colon + 6;
        boolean fraction = hasSeconds && behind + 3 < text.length() && ":.,".indexOf(text.charAt(behind)) >= 0;
        int millis = fraction ? Math.max(0, two(text, behind + 1)) * 10 : 0;
        return hours < 0 || minutes < 0 || seconds < 0 || hours > 23
                ? -1
                : ((hours * 60 + minutes) * 60 + seconds) * 1000 + millis;
    }

    private static int two(String text, int at) {
        if (at < 0
                || at + 1 >= text.length()
                || !Character.isDigit(text.charAt(at))
                || !Character.isDigit(text.charAt(at + 1))) {
            return -1;
        }
        return (text.charAt(at) - '0') * 10 + text.charAt(at + 1) - '0';
    }

    /** How long from one time to a later one, over midnight too; 0 when the clock went back a little. */
    static int between(int earlier, int later) {
        int millis = later - earlier;
        return millis >= 0 ? millis : millis < -DAY / 2 ? millis + DAY : 0;
    }
}
