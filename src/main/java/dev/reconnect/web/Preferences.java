package dev.reconnect.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the caller prefers.
 *
 * @param store   false for {@code Prefer: store=no}: the diagnosis is answered but not kept
 * @param minimal true for {@code Prefer: return=minimal}: only status and probabilities are answered
 * @see "RFC 7240"
 */
record Preferences(boolean store, boolean minimal) {

    private static final String NOT_STORED = "store=no";
    private static final String MINIMAL = "return=minimal";
    private static final Pattern SEPARATORS = Pattern.compile("[,;]");
    private static final Pattern PADDING = Pattern.compile("[\\s\"]");
    private static final Preferences NONE = new Preferences(true, false);

    /** Reads the header; preferences that are not known are skipped, as the RFC asks. */
    static Preferences of(List<String> headers) {
        if (headers.isEmpty()) {
            return NONE;
        }
        Set<String> asked = headers.stream()
                .flatMap(header -> Arrays.stream(SEPARATORS.split(header)))
                .map(word -> PADDING.matcher(word).replaceAll("").toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return new Preferences(!asked.contains(NOT_STORED), asked.contains(MINIMAL));
    }

    /** The value of {@code Preference-Applied}; empty when nothing was preferred. */
    String applied() {
        return (store ? "" : NOT_STORED) + (!store && minimal ? ", " : "") + (minimal ? MINIMAL : "");
    }
}
