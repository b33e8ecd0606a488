package dev.reconnect.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Covers what could name a person, a machine or a secret. The same name gets the same cover throughout a text, so that
 * the text can still be followed: {@code [host-1]}, {@code [user-2]}.
 */
final class Masker {

    private final MaskSpans finder = new MaskSpans();

    /** A text with its covered stretches, by offsets of the text as given. */
    static final class Masked {

        private final String text;
        private final List<MaskSpans.Span> spans;
        private final Map<String, String> covers = new HashMap<>();
        private final Map<String, Integer> counters = new HashMap<>();

        private Masked(String text, List<MaskSpans.Span> spans) {
            this.text = text;
            this.spans = List.copyOf(spans);
            spans.forEach(this::cover);
        }

        /** The stretch from start to end, with everything covered that it touches. */
        String part(int start, int end) {
            StringBuilder part = new StringBuilder(Math.min(end - start, 200) + 16);
            int at = start;
            for (int i = firstBehind(start); i < spans.size() && spans.get(i).start() < end; i++) {
                MaskSpans.Span span = spans.get(i);
                if (span.start() > at) {
                    part.append(text, at, span.start());
                }
                part.append(cover(span));
                at = Math.min(end, span.end());
            }
            return part.append(text, Math.min(at, end), end).toString();
        }

        /** The first span that ends behind the offset. */
        private int firstBehind(int offset) {
            int low = 0;
            int high = spans.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (spans.get(middle).end() <= offset) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        private String cover(MaskSpans.Span span) {
            String name =
                    span.kind() + ":" + text.substring(span.start(), span.end()).toLowerCase(Locale.ROOT);
            return covers.computeIfAbsent(
                    name, unused -> "[" + span.kind() + "-" + counters.merge(span.kind(), 1, Integer::sum) + "]");
        }
    }

    Masked mask(String text) {
        return new Masked(text, new ArrayList<>(finder.find(text)));
    }
}
