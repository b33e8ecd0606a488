package dev.reconnect.cli;

import dev.reconnect.diagnosis.Priors;
import dev.reconnect.intake.Intake;
import dev.reconnect.knowledge.FolderReader;
import dev.reconnect.quality.Answer;
import dev.reconnect.quality.Examiner;
import dev.reconnect.quality.Plots;
import dev.reconnect.quality.QualityReport;
import dev.reconnect.quality.QualityTables;
import dev.reconnect.quality.Trial;
import dev.reconnect.quality.TrialFile;
import dev.reconnect.release.Checked;
import dev.reconnect.rules.ResemblanceRules;
import dev.reconnect.rules.RuleBase;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures the diagnoses on cases whose cause is known, and writes tables and plots. */
@Command(
        name = "quality",
        mixinStandardHelpOptions = true,
        description = "Measures how good the diagnoses are on resolved cases.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:measured",
            "1:the rules or the knowledge have errors",
            "2:wrong call, or no case to measure with"
        })
final class QualityCommand implements Callable<Integer> {

    /** Certificates are held against this day, so that the figures do not change with the calendar. */
    private static final Clock TODAY = Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC);

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", defaultValue = ".", description = "Folder with rules/ and knowledge/.")
    private Path folder;

    @Option(names = "--cases", description = "File of cases as lines of JSON; by default the folder's knowledge/cases.")
    private Path cases;

    @Option(
            names = "--given",
            defaultValue = "both",
            description = "What the diagnosis gets to see: text, symptoms or both (default).")
    private Examiner.Given given;

    @Option(
            names = "--out",
            defaultValue = "target/quality",
            description = "Folder for tables and plots (${DEFAULT-VALUE}).")
    private Path out;

    @Option(
            names = "--interviews",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Simulate interviews, which takes most of the time (default).")
    private boolean interviews;

    @Override
    public Integer call() throws IOException {
        PrintWriter print = spec.commandLine().getOut();
        Checked checked = Checked.of(FolderReader.read(folder.resolve("rules"), folder.resolve("knowledge")));
        long errors = checked.unusable();
        if (errors > 0) {
            spec.commandLine().getErr().println(errors + " errors in rules or knowledge; see: check " + folder);
            return 1;
        }
        List<Trial> trials = trials(checked);
        if (trials.isEmpty()) {
            spec.commandLine().getErr().println("no case to measure with");
            return 2;
        }
        Intake intake = Intake.of(checked.knowledge(), checked.rules());
        Examiner examiner = new Examiner(
                checked.knowledge(),
                RuleBase.of(ResemblanceRules.addedTo(
                        checked.rules(), checked.knowledge().causes().keySet())),
                Priors.authored(checked.knowledge()),
                text -> intake.read(text, TODAY).all(),
                interviews);
        List<Answer> answers =
                trials.stream().map(trial -> examiner.examine(trial, given)).toList();
        QualityReport report = QualityReport.of(answers);
        print.print(QualityTables.text(report));
        Files.createDirectories(out);
        Files.writeString(out.resolve("quality.json"), QualityTables.json(report));
        Files.writeString(out.resolve("quality.csv"), QualityTables.csv(report));
        Files.writeString(out.resolve("cases.csv"), QualityTables.cases(report));
        Files.writeString(out.resolve("calibration.svg"), Plots.calibration(report.calibration()));
        Files.writeString(out.resolve("ranks.svg"), Plots.ranks(report.ranks()));
        print.println("Written to " + out);
        print.flush();
        return 0;
    }

    private List<Trial> trials(Checked checked) throws IOException {
        if (cases != null) {
            try {
                return TrialFile.read(
                        Files.readString(cases), checked.knowledge().symptoms());
            } catch (NoSuchFileException e) {
                spec.commandLine().getErr().println(cases + " is not there");
                return List.of();
            } catch (IllegalArgumentException e) {
                spec.commandLine().getErr().println(cases + ": " + e.getMessage());
                return List.of();
            }
        }
        return checked.knowledge().cases().stream()
                .filter(resolved -> resolved.file().startsWith("knowledge/cases/"))
                .map(Trial::of)
                .toList();
    }
}
