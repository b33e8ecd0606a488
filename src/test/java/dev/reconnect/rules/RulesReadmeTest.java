package dev.reconnect.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reconnect.fact.Strength;
import dev.reconnect.rules.Rule.Concludes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What {@code rules/README.md} tells authors is so. */
class RulesReadmeTest {

    private final String readme = Files.readString(Path.of("rules/README.md"));

    RulesReadmeTest() throws IOException {}

    @Test
    void itsExampleIsWithoutAFlaw() {
        List<MatchResult> examples = Pattern.compile("```drl\n(.*?)```", Pattern.DOTALL)
                .matcher(readme)
                .results()
                .toList();

        assertThat(examples).isNotEmpty();
        examples.forEach(example -> assertThat(
                        DrlReader.read(RuleFiles.PATH, example.group(1)).flaws())
                .isEmpty());
    }

    @Test
    void itsTableNamesEachVerbAndItsWeight() {
        for (String word : Verb.words()) {
            Verb verb = Verb.of(word).orElseThrow();
            assertThat(readme).contains("`" + word + "`");
            if (verb.says(List.of("c", "g", "r"), List.of("$a")) instanceof Concludes says) {
                Strength strength = says.strength();
                String weight = strength.decibans() > 0 ? "+" + strength.decibans() : "" + strength.decibans();
                assertThat(readme)
                        .containsPattern("\\| `" + word + "` \\| `Evidence` \\| [^|]+ \\| \\" + weight + " \\|");
            }
        }
    }

    @Test
    void itListsTheGroupsAndTheLimits() {
        VocabularyChecks.GROUPS.forEach(group -> assertThat(readme).contains("`" + group + "`"));
        assertThat(readme)
                .contains(
                        "after 10,000 firings",
                        "at most " + Inference.MOST_SYMPTOMS + " symptoms",
                        DrlReader.LONGEST_FILE / 1024 + " KiB",
                        DrlReader.MOST_RULES + " rules (" + DrlReader.MOST_DERIVING + " in `derive`)");
        assertThat(Inference.MOST_FIRINGS).isEqualTo(10_000);
        assertThat(RuleBase.MOST_RULES).isEqualTo(20_000);
    }
}
