package dev.reconnect.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each mistake in {@code broken.txt} is reported with its code, line and column, and nothing else is. */
class BrokenFilesTest {

    private static final String PATH = "rules/certificate/rdp-cert-expired.drl";
    private static final Pattern MARK = Pattern.compile("«([a-z-]+)»");

    private static final String HEAD = """
        // Why.
        package rules.certificate;

        import static dev.reconnect.fact.Evidence.confirms;

        import dev.reconnect.fact.Symptom;

        rule "rdp-cert-expired/condition"
        when
        """;

    private static final String GOOD_WHEN = """
            $seen : Symptom( id == "host.certificate", value == "expired" )
            $other : Symptom( id == "host.service", value == "running" )
        """;

    private static final String GOOD_THEN = """
            insertLogical( confirms("rdp-cert-expired", "certificate", "it is past its end date", $seen) );
        """;

    /** A flaw as the test compares it. */
    private record Found(int line, int column, String code) {}

    @TestFactory
    Stream<DynamicTest> eachMistakeIsReportedAtItsPlaceAndNothingElseIs() throws IOException {
        return Arrays.stream(corpus().split("(?m)^== ")).skip(1).map(section -> {
            int lineEnd = section.indexOf('\n');
            String title = section.substring(0, lineEnd);
            String body = section.substring(lineEnd + 1).stripTrailing();
            return DynamicTest.dynamicTest(title, () -> check(marked(title, body)));
        });
    }

    private static String marked(String title, String body) {
        String kind = title.substring(0, title.indexOf(':'));
        return switch (kind) {
            case "when" -> HEAD + body + "\nthen\n" + GOOD_THEN + "end\n";
            case "then" -> HEAD + GOOD_WHEN + "then\n" + body + "\nend\n";
            case "file" -> body + "\n";
            default -> throw new IllegalArgumentException(title);
        };
    }

    private static void check(String marked) {
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

        ReadFile read = DrlReader.read(PATH, text.toString());

        assertThat(read.flaws())
                .extracting(flaw -> new Found(flaw.line(), flaw.column(), flaw.code()))
                .as(() -> read.flaws().toString())
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(read.flaws()).allSatisfy(flaw -> assertThat(flaw.excerpt())
                .isEqualTo(text.toString().split("\n", -1)[flaw.line() - 1]));
    }

    private static String corpus() throws IOException {
        try (InputStream stream = BrokenFilesTest.class.getResourceAsStream("broken.txt")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
