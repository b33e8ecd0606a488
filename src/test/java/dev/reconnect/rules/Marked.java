package dev.reconnect.rules;

import dev.reconnect.knowledge.Flaw;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text in which {@code «code»} marks where a flaw of that code is expected.
 *
 * @param text     without the marks
 * @param expected the marks, in the order of the text
 */
record Marked(String text, List<Found> expected) {

    /** A flaw as tests compare it. */
    record Found(int line, int column, String code) {

        static Found of(Flaw flaw) {
            return new Found(flaw.line(), flaw.column(), flaw.code());
        }
    }

    private static final Pattern MARK = Pattern.compile("«([a-z-]+)»");

    static Marked of(String marked) {
        List<Found> expected = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        Matcher mark = MARK.matcher(marked);
        while (mark.find()) {
            mark.appendReplacement(text, "");
            String[] before = text.toString().split("\n", -1);
            String line = before[before.length - 1];
            expected.add(new Found(before.length, line.codePointCount(0, line.length()) + 1, mark.group(1)));
        }
        mark.appendTail(text);
        return new Marked(text.toString(), expected);
    }

    /** A corpus beside the tests. */
    static String resource(String name) {
        try (InputStream stream = Marked.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
