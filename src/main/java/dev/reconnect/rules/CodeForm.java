package dev.reconnect.rules;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The one way to write a code that rules compare with: lower-case hexadecimal without leading zeros. */
final class CodeForm {

    private static final Pattern HEX = Pattern.compile("0x([0-9a-fA-F]{1,16})");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,19}");
    private static final BigInteger TWO_TO_32 = BigInteger.ONE.shiftLeft(32);

    private CodeForm() {}

    /** The normal form of a code or of a pair such as {@code 0x904/0x7}; empty when it is no code. */
    static Optional<String> normal(String value) {
        String[] parts = value.split("/", -1);
        if (parts.length == 2) {
            return single(parts[0]).flatMap(code -> single(parts[1]).map(extended -> code + "/" + extended));
        }
        return parts.length == 1 ? single(value) : Optional.empty();
    }

    private static Optional<String> single(String value) {
        Matcher hex = HEX.matcher(value);
        if (hex.matches()) {
            return Optional.of("0x" + new BigInteger(hex.group(1), 16).toString(16));
        }
        if (DECIMAL.matcher(value).matches()) {
            BigInteger number = new BigInteger(value);
            return Optional.of("0x" + (number.signum() < 0 ? number.add(TWO_TO_32) : number).toString(16));
        }
        return Optional.empty();
    }
}
