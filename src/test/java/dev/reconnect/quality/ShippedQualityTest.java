package dev.reconnect.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reconnect.diagnosis.Priors;
import dev.reconnect.intake.Intake;
import dev.reconnect.knowledge.FolderReader;
import dev.reconnect.release.Checked;
import dev.reconnect.rules.ResemblanceRules;
import dev.reconnect.rules.RuleBase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The shipped rules on the resolved cases: no change may make the diagnoses worse than they were. */
class ShippedQualityTest {

    private static final Clock TODAY = Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC);

    private static Properties floors() throws IOException {
        Properties floors = new Properties();
        try (InputStream in = ShippedQualityTest.class.getResourceAsStream("/quality-floor.properties")) {
            floors.load(in);
        }
        return floors;
    }

    @ParameterizedTest
    @EnumSource(Examiner.Given.class)
    void noFigureDropsBelowItsFloor(Examiner.Given given) throws IOException {
        Checked checked = Checked.of(FolderReader.read(Path.of("rules"), Path.of("knowledge")));
        Intake intake = Intake.of(checked.knowledge(), checked.rules());
        Examiner examiner = new Examiner(
                checked.knowledge(),
                RuleBase.of(ResemblanceRules.addedTo(
                        checked.rules(), checked.knowledge().causes().keySet())),
                Priors.authored(checked.knowledge()),
                text -> intake.read(text, TODAY).all(),
                false);
        List<Answer> answers = checked.knowledge().cases().stream()
                .filter(resolved -> resolved.file().startsWith("knowledge/cases/"))
                .map(Trial::of)
                .map(trial -> examiner.examine(trial, given))
                .toList();
        QualityReport report = QualityReport.of(answers);
        String prefix = given.name().toLowerCase(Locale.ROOT) + ".";
        floors().forEach((key, floor) -> {
            String name = key.toString();
            if (name.startsWith(prefix)) {
                Measure measure = Measure.valueOf(
                        name.substring(prefix.length()).toUpperCase(Locale.ROOT).replace('-', '_'));
                assertThat(report.overall(measure).mean())
                        .as("%s; see the cases that turned with: reconnect quality --given %s", name, prefix)
                        .isGreaterThanOrEqualTo(Double.parseDouble(floor.toString()));
            }
        });
    }
}
