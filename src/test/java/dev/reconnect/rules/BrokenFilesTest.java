package dev.reconnect.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each mistake in {@code broken.txt} and each trick in {@code hostile.txt} is reported with its code, line and column, and
 * nothing else is.
 */
class BrokenFilesTest {

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

    @TestFactory
    Stream<DynamicTest> eachMistakeIsReportedAtItsPlaceAndNothingElseIs() {
        return tests("broken.txt");
    }

    @TestFactory
    Stream<DynamicTest> eachHostileDraftIsRefusedByName() {
        return tests("hostile.txt");
    }

    private static Stream<DynamicTest> tests(String corpus) {
        return Arrays.stream(Marked.resource(corpus).split("(?m)^== ")).skip(1).map(section -> {
            int lineEnd = section.indexOf('\n');
            String title = section.substring(0, lineEnd);
            String body = section.substring(lineEnd + 1).stripTrailing();
            return DynamicTest.dynamicTest(title, () -> check(assemble(title, body)));
        });
    }

    private static String assemble(String title, String body) {
        String kind = title.substring(0, title.indexOf(':'));
        return switch (kind) {
            case "when" -> HEAD + body + "\nthen\n" + GOOD_THEN + "end\n";
            case "then" -> HEAD + GOOD_WHEN + "then\n" + body + "\nend\n";
            case "file" -> body + "\n";
            default -> throw new IllegalArgumentException(title);
        };
    }

    private static void check(String body) {
        Marked marked = Marked.of(body);

        ReadFile read = DrlReader.read(RuleFiles.PATH, marked.text());

        assertThat(read.flaws())
                .extracting(Marked.Found::of)
                .as(() -> read.flaws().toString())
                .containsExactlyInAnyOrderElementsOf(marked.expected());
        assertThat(read.flaws()).allSatisfy(flaw -> assertThat(flaw.excerpt())
                .isEqualTo(marked.text().split("\n", -1)[flaw.line() - 1]));
    }
}
