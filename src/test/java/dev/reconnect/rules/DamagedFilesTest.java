package dev.reconnect.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reconnect.knowledge.Flaw;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Assertions;

/** However a file was damaged, reading it ends soon, throws nothing, and every flaw has a place in the file. */
class DamagedFilesTest {

    private static final List<String> SCRAPS = List.of(
            "\"",
            "'",
            "(",
            ")",
            "[",
            "{",
            "}",
            "/*",
            "*/",
            "//",
            "\\",
            "\\u0022",
            "\\\"",
            ";",
            ",",
            ":",
            "$",
            "==",
            "&&",
            "||",
            "not ",
            "exists ",
            "rule \"",
            "rule",
            "when\n",
            "then\n",
            "end\n",
            "\nend",
            "import ",
            "package ",
            "@X(",
            "eval(",
            "from ",
            "in (",
            "\r",
            "\r\n",
            "\t",
            "\0",
            "\uFEFF",
            "\uD83D",
            "😀",
            "é",
            "5",
            "-",
            ".",
            "/",
            "Symptom(",
            "insertLogical(",
            "function x() {",
            "salience 5");

    @Property(tries = 3000)
    void readingADamagedFileEndsWithFlawsAtPlacesOfTheFile(@ForAll long seed) {
        Random random = new Random(seed);
        String text = RuleFiles.ALL_OF_IT;
        int damages = 1 + random.nextInt(6);
        for (int i = 0; i < damages; i++) {
            text = damage(text, random);
        }
        String damaged = text;

        ReadFile read = Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> DrlReader.read(RuleFiles.PATH, damaged));

        String[] lines = damaged.split("\r\n|\r|\n", -1);
        for (Flaw flaw : read.flaws()) {
            String line = lines[flaw.line() - 1];
            assertThat(flaw.column()).isBetween(1, line.codePointCount(0, line.length()) + 1);
            assertThat(line).startsWith(flaw.excerpt().replace("…", ""));
        }
        if (!read.hasErrors()) {
            Set<String> names = new HashSet<>();
            RuleBase.of(
                    read.rules().stream().filter(rule -> names.add(rule.name())).toList());
        }
    }

    private static String damage(String text, Random random) {
        int at = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), at + random.nextInt(random.nextInt(5) == 0 ? 200 : 4));
        String scrap = SCRAPS.get(random.nextInt(SCRAPS.size()));
        return switch (random.nextInt(4)) {
            case 0 -> text.substring(0, at) + text.substring(end);
            case 1 -> text.substring(0, at) + scrap + text.substring(at);
            case 2 -> text.substring(0, at) + scrap + text.substring(end);
            default -> text.substring(0, at) + text.substring(at, end).repeat(2) + text.substring(end);
        };
    }
}
