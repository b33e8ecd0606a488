package dev.reconnect.intake;

import dev.reconnect.knowledge.ErrorCode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads an error code in any of its spellings: hex, decimal, signed decimal, eight hex digits without a prefix, a
 * symbolic name, or a pair of code and extended code.
 */
public final class CodeNormaliser {

    /** Longer input is no code: a pair of two symbolic names stays below 120 characters. */
    private static final int LONGEST = 200;

    private final Set<String> known;
    private final Map<String, String> byName;

    private CodeNormaliser(Set<String> known, Map<String, String> byName) {
        this.known = known;
        this.byName = byName;
    }

    public static CodeNormaliser of(List<ErrorCode> codes) {
        Set<String> known = new HashSet<>();
        Map<String, String> byName = new HashMap<>();
        for (ErrorCode code : codes) {
            known.add(code.code());
            if (!code.name().isEmpty()) {
                byName.putIfAbsent(code.name().toUpperCase(Locale.ROOT), code.code());
            }
        }
        return new CodeNormaliser(Set.copyOf(known), Map.copyOf(byName));
    }

    /** Never fails: what cannot be read comes back as given, marked as malformed. */
    public Code normalise(String given) {
        String text = given.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            return new Code(given, text, "", true);
        }
        int border = pairBorder(text);
        if (border < 0) {
            String value = single(text);
            return new Code(given, value.isEmpty() ? text : value, "", value.isEmpty());
        }
        String value = single(firstWord(text.substring(0, border)));
        String extended = single(lastWord(text.substring(border)));
        if (value.isEmpty() || extended.isEmpty()) {
            return new Code(given, text, "", true);
        }
        return new Code(given, value, extended, false);
    }

    /** Where the second code of a pair begins: behind a slash, a comma, a semicolon, a plus or the word "extended". */
    private static int pairBorder(String text) {
        for (int i = 1; i < text.length(); i++) {
            if ("/,;+|".indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return text.toLowerCase(Locale.ROOT).indexOf(" ext");
    }

    private static String firstWord(String text) {
        String[] words = text.strip().split("[ \t:=]+", 8);
        return words[words.length - 1];
    }

    private static String lastWord(String text) {
        String[] words = text.strip().split("[ \t:=/,;+|]+", 12);
        return words[words.length - 1];
    }

    private String single(String text) {
        String word = strippedOfBrackets(text.strip());
        String named = byName.get(word.toUpperCase(Locale.ROOT));
        if (named != null) {
            return named;
        }
        if (word.regionMatches(true, 0, "0x", 0, 2)) {
            return hex(word.substring(2));
        }
        if (!word.isEmpty() && isDecimal(word)) {
            return decimal(word);
        }
        boolean hexWithoutPrefix = word.length() >= 3 && Character.isDigit(word.charAt(0)) || word.length() == 8;
        return hexWithoutPrefix ? hex(withoutSuffix(word)) : "";
    }

    private static String strippedOfBrackets(String word) {
        int start = 0;
        int end = word.length();
        while (start < end && "([{\"'".indexOf(word.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && ")]}\"'.,;:".indexOf(word.charAt(end - 1)) >= 0) {
            end--;
        }
        return word.substring(start, end);
    }

    /** {@code 904h}, as assemblers and some administrators write it. */
    private static String withoutSuffix(String word) {
        return word.endsWith("h") || word.endsWith("H") ? word.substring(0, word.length() - 1) : word;
    }

    private static boolean isDecimal(String word) {
        int start = word.charAt(0) == '-' || word.charAt(0) == '\u2212' ? 1 : 0;
        for (int i = start; i < word.length(); i++) {
            if (word.charAt(i) < '0' || word.charAt(i) > '9') {
                return false;
            }
        }
        return word.length() > start;
    }

    /** At most 64 bits; a 32-bit code with its sign extended to 64 bits is the same code. */
    private static String hex(String digits) {
        if (digits.isEmpty() || digits.length() > 24) {
            return "";
        }
        int start = 0;
        while (start < digits.length() - 1 && digits.charAt(start) == '0') {
            start++;
        }
        String significant = digits.substring(start);
        if (significant.length() > 16) {
            return "";
        }
        try {
            return spelled(Long.parseUnsignedLong(significant, 16));
        } catch (NumberFormatException notHex) {
            return "";
        }
    }

    private String decimal(String word) {
        if (word.length() > 20) {
            return "";
        }
        try {
            boolean negative = !Character.isDigit(word.charAt(0));
            String digits = negative ? word.substring(1) : word;
            long number = negative ? -Long.parseLong(digits) : Long.parseUnsignedLong(digits);
            if (negative && number >= Integer.MIN_VALUE) {
                return spelled(number & 0xFFFF_FFFFL);
            }
            return hexWrittenBare(digits) ? hex(digits) : spelled(number);
        } catch (NumberFormatException tooLong) {
            return "";
        }
    }

    /**
     * Whether digits without a prefix are hex all the same: eight digits that begin like a status or a FreeRDP code, or
     * a number that is a known code only when it is read as hex ("error 904").
     */
    private boolean hexWrittenBare(String digits) {
        if (digits.length() == 8 && (digits.charAt(0) == '8' || digits.charAt(0) == '0')) {
            return true;
        }
        return digits.length() >= 3
                && digits.length() <= 4
                && !known.contains(spelled(Long.parseLong(digits)))
                && known.contains(hex(digits));
    }

    private static String spelled(long number) {
        boolean signExtended = number < 0 && number >= Integer.MIN_VALUE;
        return "0x" + Long.toHexString(signExtended ? number & 0xFFFF_FFFFL : number);
    }
}
