package dev.reconnect.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reconnect.knowledge.Flaw;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Files of a size or depth that would keep a parser busy, or end its stack, are read to the end in no time. */
class ExcessTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private record Excess(String what, String text, String code) {}

    @TestFactory
    Stream<DynamicTest> excessIsRefusedInTime() {
        String head =
                "package rules.certificate;\nimport dev.reconnect.fact.Symptom;\nrule \"rdp-cert-expired/a\"\nwhen\n";
        return Stream.of(
                        new Excess("a megabyte", "x".repeat(1 << 20), "file-too-large"),
                        new Excess("brackets", head + "(".repeat(60_000), "nested-parentheses"),
                        new Excess(
                                "brackets in a pattern",
                                head + "Symptom( " + "( ".repeat(30_000) + ") ".repeat(1),
                                "nested-parentheses"),
                        new Excess("braces", head + "then " + "{".repeat(60_000), "free-java"),
                        new Excess("not", head + "not ".repeat(15_000), "leading-not"),
                        new Excess("quotes", head + "\"".repeat(60_000), "syntax"),
                        new Excess("apostrophes", head + "'\n".repeat(30_000), "unterminated-string"),
                        new Excess("comments", head + "/* ".repeat(20_000), "unterminated-comment"),
                        new Excess("escapes", head + "\\u0041".repeat(10_000), "unicode-escape"),
                        new Excess("backslashes", head + "\"" + "\\".repeat(60_000), "unterminated-string"),
                        new Excess("a long name", "package " + "a.".repeat(30_000) + ";", "package"),
                        new Excess("a long string", head + "\"" + "x".repeat(60_000) + "\"", "literal-too-long"),
                        new Excess("dots in a then", head + "then a" + ".a".repeat(30_000), "free-java"),
                        new Excess(
                                "variables",
                                head
                                        + IntStream.range(0, 6_000)
                                                .mapToObj(i -> "$" + i + " : ")
                                                .collect(Collectors.joining()),
                                "bad-binding"),
                        new Excess("conditions", head + "Symptom( id == \"a\" )".repeat(3_000), "too-many-conditions"),
                        new Excess(
                                "tests",
                                head + "Symptom( id == \"a\"" + ", value != \"b\"".repeat(4_000) + ")",
                                "too-many-tests"),
                        new Excess(
                                "conclusions",
                                head + "$s : Symptom( id == \"a\" ) then\n"
                                        + "insertLogical( confirms(\"c\", \"g\", \"r\", $s) );\n".repeat(1_400),
                                "too-many-conclusions"),
                        new Excess("rules", "package rules.certificate;\n" + "rule \"a\"\n".repeat(6_000), "rule-name"),
                        new Excess("imports", "package rules.certificate;\n" + "import a.b;\n".repeat(5_000), "import"))
                .map(excess -> DynamicTest.dynamicTest(excess.what(), () -> {
                    ReadFile read = Assertions.assertTimeoutPreemptively(
                            LIMIT, () -> DrlReader.read(RuleFiles.PATH, excess.text()));

                    assertThat(read.rules()).isEmpty();
                    assertThat(read.flaws()).extracting(Flaw::code).contains(excess.code());
                    assertThat(read.flaws()).hasSizeLessThanOrEqualTo(FlawList.MOST + 1);
                }));
    }

    @Test
    void aFileHoldsFortyRulesAndADerivationThreeTimesAsMany() {
        assertThat(codes(RuleFiles.PATH, DrlReader.MOST_RULES)).isEmpty();
        assertThat(codes(RuleFiles.PATH, DrlReader.MOST_RULES + 1)).containsExactly("too-many-rules");
        assertThat(codes("rules/derive/x.drl", DrlReader.MOST_DERIVING)).isEmpty();
        assertThat(codes("rules/derive/x.drl", DrlReader.MOST_DERIVING + 2)).containsExactly("too-many-rules");
    }

    @Test
    void aFileMustStandInAnArea() {
        for (String path : List.of("x.drl", "rules/x.drl", "rules/A/x.drl", "rules/../etc/x.drl", "rules/a/b/x.drl")) {
            assertThat(DrlReader.read(path, "package rules.a;\n").flaws())
                    .extracting(Flaw::code)
                    .containsExactly("misplaced-file");
        }
    }

    @Test
    void tellsWindowsLineEndsFromLines() {
        ReadFile read = DrlReader.read(RuleFiles.PATH, RuleFiles.ALL_OF_IT.replace("\n", "\r\n"));

        assertThat(read.flaws()).isEmpty();
        assertThat(read.rules()).isEqualTo(RuleFiles.rules(RuleFiles.PATH, RuleFiles.ALL_OF_IT));
    }

    private static List<String> codes(String path, int rules) {
        String area = path.split("/")[1];
        String name = path.split("/")[2].replace(".drl", "");
        String text = IntStream.range(0, rules)
                .mapToObj(i -> "rule \"%s/r%d\"\nwhen\n$s : Symptom( id == \"a%d\" )\nthen\n".formatted(name, i, i)
                        + "insertLogical( confirms(\"c\", \"g\", \"r\", $s) );\nend\n")
                .collect(Collectors.joining(
                        "",
                        "package rules." + area + ";\nimport static dev.reconnect.fact.Evidence.confirms;\n"
                                + "import dev.reconnect.fact.Symptom;\n",
                        ""));
        return DrlReader.read(path, text).flaws().stream().map(Flaw::code).toList();
    }
}
