package dev.reconnect.rules;

import java.util.Locale;
import java.util.regex.Pattern;

/** What the strings of a rule may hold, by what they stand for. */
final class Literals {

    private static final Pattern NAME = Pattern.compile("[a-z0-9./_-]{1,80}");

    private Literals() {}

    /** @param what what the name is of, such as {@code symptom} */
    static void checkName(Tokens tokens, Token literal, String what) {
        if (!NAME.matcher(literal.text()).matches()) {
            tokens.error(
                    literal,
                    "bad-name",
                    literal.shown() + " is no name of a " + what,
                    "Names are up to 80 lower-case letters, digits and . / _ -");
        }
    }

    /** Values are choices, codes, numbers as written, or text in lower case. */
    static void checkValue(Tokens tokens, Token literal) {
        String value = literal.text();
        String reported = value.strip().toLowerCase(Locale.ROOT);
        if (reported.isEmpty() || !value.equals(reported)) {
            tokens.error(
                    literal,
                    "bad-value",
                    literal.shown() + " can never be reported: values are lower-case, without blanks at the ends",
                    reported.isEmpty() ? "Write one of the symptom's values." : "Write \"" + reported + "\".");
        }
    }
}
