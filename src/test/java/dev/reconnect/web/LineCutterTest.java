package dev.reconnect.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class LineCutterTest {

    @Property
    void cutsTheSameLinesHoweverTheBytesArrive(
            @ForAll @CharRange(from = '\n', to = '\r') @StringLength(max = 40) String text,
            @ForAll @IntRange(min = 1, max = 10) int piece) {
        assertThat(cut(text, piece, 5)).isEqualTo(cut(text, 1_000, 5));
    }

    @Test
    void takesTheLineEndsOfEverySystem() {
        assertThat(cut("a\r\nb\n\nc", 2, 9)).containsExactly("1:a", "2:b", "3:", "4:c");
    }

    @Test
    void seesNoLineBehindTheLastLineEnd() {
        assertThat(cut("a\n", 9, 9)).containsExactly("1:a");
        assertThat(cut("", 9, 9)).isEmpty();
    }

    @Test
    void holdsNothingOfALineThatIsTooLong() {
        assertThat(cut("123456\n12345\n1234567", 3, 5)).containsExactly("1:too long", "2:12345", "3:too long");
        assertThat(cut("123456\n12345\n1234567", 99, 5)).containsExactly("1:too long", "2:12345", "3:too long");
    }

    private static List<String> cut(String text, int piece, int longest) {
        LineCutter cutter = new LineCutter(longest);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        List<LineCutter.Line> lines = new ArrayList<>();
        for (int i = 0; i < bytes.length; i += piece) {
            lines.addAll(cutter.add(Arrays.copyOfRange(bytes, i, Math.min(bytes.length, i + piece))));
        }
        lines.addAll(cutter.end());
        return lines.stream().map(LineCutterTest::shown).toList();
    }

    private static String shown(LineCutter.Line line) {
        String text = new String(line.bytes(), line.start(), line.end() - line.start(), StandardCharsets.UTF_8);
        return line.number() + ":" + (line.tooLong() ? "too long" : text);
    }
}
