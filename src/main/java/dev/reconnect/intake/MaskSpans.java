package dev.reconnect.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds what has to be covered, by hand-written scans that pass each character a bounded number of times. */
final class MaskSpans {

    /** @param kind {@code host}, {@code address}, {@code user}, {@code secret} or {@code id} */
    record Span(String kind, int start, int end) {}

    /** Words of one token longer than this are looked at in pieces. */
    private static final int LONGEST_TOKEN = 2_000;

    List<Span> find(String text) {
        List<Span> spans = new ArrayList<>();
        MaskKeys.find(text, spans);
        int i = 0;
        while (i < text.length()) {
            int end = i;
            while (end < text.length() && isTokenChar(text.charAt(end)) && end - i < LONGEST_TOKEN) {
                end++;
            }
            if (end > i) {
                token(text, i, end, spans);
            }
            i = Math.max(end, i + 1);
        }
        return merged(spans);
    }

    private static boolean isTokenChar(char c) {
        return Character.isLetterOrDigit(c) || "._-\\@:/%$+{}[]".indexOf(c) >= 0;
    }

    private static void token(String text, int start, int end, List<Span> spans) {
        int from = start;
        int to = end;
        while (to > from && ".:-/[]{}".indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        while (from < to && "./-[]{}:".indexOf(text.charAt(from)) >= 0 && !text.startsWith("::", from)) {
            from++;
        }
        if (to - from < 3) {
            return;
        }
        String token = text.substring(from, to);
        if (token.indexOf('@') > 0 && MaskShapes.isMail(token)) {
            spans.add(new Span("user", from, to));
        } else if (token.indexOf('\\') >= 0) {
            backslashed(token, from, spans);
        } else {
            plain(token, from, spans);
        }
    }

    /** {@code DOMAIN\\user}, {@code \\server\share}; a path such as {@code C:\Users\name} hides its user. */
    private static void backslashed(String token, int start, List<Span> spans) {
        String lower = token.toLowerCase(Locale.ROOT);
        if (token.startsWith("\\\\")) {
            int end = token.indexOf('\\', 2);
            spans.add(new Span("host", start + 2, start + (end < 0 ? token.length() : end)));
            return;
        }
        int users = lower.indexOf("\\users\\");
        if (users >= 0) {
            int from = users + 7;
            int end = token.indexOf('\\', from);
            spans.add(new Span("user", start + from, start + (end < 0 ? token.length() : end)));
            return;
        }
        if (MaskShapes.isAccount(token)) {
            spans.add(new Span("user", start, start + token.length()));
        }
    }

    /** Options such as {@code /v:srv01:3389} and URLs: the pieces between slashes and brackets are looked at one by one. */
    private static void plain(String token, int start, List<Span> spans) {
        int from = 0;
        for (int i = 0; i <= token.length(); i++) {
            if (i == token.length() || "/[]{}".indexOf(token.charAt(i)) >= 0) {
                piece(token.substring(from, i), start + from, spans);
                from = i + 1;
            }
        }
    }

    private static void piece(String piece, int start, List<Span> spans) {
        String colons = MaskShapes.kindOfColons(piece);
        if (!colons.isEmpty()) {
            if (!colons.equals("keep")) {
                spans.add(new Span(colons, start, start + piece.length()));
            }
            return;
        }
        int from = 0;
        for (int i = 0; i <= piece.length(); i++) {
            if (i == piece.length() || piece.charAt(i) == ':') {
                String kind = MaskShapes.kindOf(piece.substring(from, i));
                if (!kind.isEmpty()) {
                    spans.add(new Span(kind, start + from, start + i));
                }
                from = i + 1;
            }
        }
    }

    /** Sorted, without overlaps: of two that overlap the earlier and longer stays. */
    private static List<Span> merged(List<Span> spans) {
        spans.sort(Comparator.comparingInt(Span::start)
                .thenComparing(Comparator.comparingInt(Span::end).reversed()));
        List<Span> merged = new ArrayList<>();
        int behind = 0;
        for (Span span : spans) {
            if (span.start() >= behind && span.end() > span.start()) {
                merged.add(span);
                behind = span.end();
            }
        }
        return merged;
    }
}
