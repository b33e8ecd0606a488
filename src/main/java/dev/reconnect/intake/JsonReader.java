package dev.reconnect.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;

/**
 * JSON in a paste: Windows events as {@code evtx_dump}, {@code ConvertTo-Json} or a log collector write them, and the
 * status of a web gateway ({@code {"code": 519, "message": …}}). Read token by token, with limits.
 */
final class JsonReader implements TextReader {

    private static final int DEEPEST = 40;
    private static final int LONGEST_STRING = 20_000;

    /** Tries at places that look like the start of an object; a hostile text may hold a million braces. */
    private static final int MOST_TRIES = 2_000;

    private static final Set<String> ID_KEYS =
            Set.of("event_id", "eventid", "id", "eventcode", "event.code", "instanceid");
    private static final Set<String> SOURCE_KEYS = Set.of(
            "provider",
            "providername",
            "provider_name",
            "source",
            "sourcename",
            "source_name",
            "channel",
            "logname",
            "log_name",
            "name");

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST_STRING)
                    .maxNumberLength(40)
                    .build())
            .build();

    private final Events events;
    private final CodeNormaliser normaliser;

    JsonReader(Events events, CodeNormaliser normaliser) {
        this.events = events;
        this.normaliser = normaliser;
    }

    @Override
    public void read(Pasted pasted, Findings findings) {
        String text = pasted.text();
        int at = text.indexOf('{');
        for (int tries = 0; at >= 0 && tries < MOST_TRIES; tries++) {
            int next = looksLikeObject(text, at) ? object(text, at, findings) : at + 1;
            at = text.indexOf('{', next);
        }
    }

    private static boolean looksLikeObject(String text, int at) {
        int i = at + 1;
        int limit = Math.min(text.length(), at + 200);
        while (i < limit && text.charAt(i) <= ' ') {
            i++;
        }
        return i < limit && text.charAt(i) == '"';
    }

    /** @return where to go on: behind the object, or behind the place where it stops being JSON */
    private int object(String text, int start, Findings findings) {
        Reading reading = new Reading(text, start);
        int end = start + 1;
        try (JsonParser parser = FACTORY.createParser(new CharWindow(text, start))) {
            int depth = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                end = start + (int) parser.currentLocation().getCharOffset();
                reading.take(token, parser);
                if (depth == 0) {
                    break;
                }
            }
        } catch (IOException broken) {
            findings.note(
                    "broken-format", "JSON that breaks off; read as far as it goes", start, Math.max(start + 1, end));
        }
        int behind = Math.min(text.length(), Math.max(start + 1, end));
        if (reading.report(findings, new Line.Part(text.substring(start, behind), start, behind))) {
            findings.claim(start, behind);
        }
        return behind;
    }

    /** What one object has said so far. */
    private final class Reading {

        private final String text;
        private final int start;
        private String source = "";
        private int number = -1;
        private Line.Part numberPlace = new Line.Part("", 0, 0);
        private Line.Part codePlace = new Line.Part("", 0, 0);
        private boolean message;

        Reading(String text, int start) {
            this.text = text;
            this.start = start;
        }

        void take(JsonToken token, JsonParser parser) throws IOException {
            String key =
                    parser.currentName() == null ? "" : parser.currentName().toLowerCase(Locale.ROOT);
            if (!token.isScalarValue()) {
                return;
            }
            String value = parser.getText();
            int at = Math.min(
                    text.length(), start + (int) parser.currentTokenLocation().getCharOffset());
            Line.Part place = new Line.Part(value, at, Math.min(text.length(), at + value.length()));
            if (ID_KEYS.contains(key) && isNumber(value) && number < 0) {
                number = Integer.parseInt(value);
                numberPlace = place;
            } else if (SOURCE_KEYS.contains(key) && source.isEmpty()) {
                source = EventNames.sourceIn(value.toLowerCase(Locale.ROOT));
                source = source.isEmpty() && value.equals("Security") ? "security" : source;
            } else if (key.equals("code") && isNumber(value)) {
                codePlace = place;
            }
            message |= key.equals("message");
        }

        boolean report(Findings findings, Line.Part whole) {
            if (number < 0 && !source.isEmpty() && !codePlace.text().isEmpty()) {
                number = Integer.parseInt(codePlace.text());
                numberPlace = codePlace;
            }
            String named = source.isEmpty() ? EventNames.sourceOf(number) : source;
            if (number >= 0 && !named.isEmpty()) {
                events.report(named, number, numberPlace, findings);
                events.details(named, number, whole, findings);
                return true;
            }
            if (message && !codePlace.text().isEmpty()) {
                findings.add(
                        "error.code", normaliser.normalise(codePlace.text()).value(), codePlace);
            }
            return false;
        }

        private static boolean isNumber(String value) {
            return !value.isEmpty() && value.length() <= 8 && value.chars().allMatch(c -> c >= '0' && c <= '9');
        }
    }
}
