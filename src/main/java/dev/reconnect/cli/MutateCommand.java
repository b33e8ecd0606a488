package dev.reconnect.cli;

import dev.reconnect.knowledge.Flaw;
import dev.reconnect.knowledge.FolderReader;
import dev.reconnect.release.Checked;
import dev.reconnect.release.Mutations;
import dev.reconnect.rules.RuleBase;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts mistakes into the rules and shows those that no case notices. */
@Command(
        name = "mutate",
        mixinStandardHelpOptions = true,
        description = "Puts mistakes into the rules one at a time and shows those that no case notices.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:enough is noticed", "1:less than --least is noticed", "2:wrong call"})
final class MutateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", defaultValue = ".", description = "Folder with rules/ and knowledge/.")
    private Path folder;

    @Option(names = "--only", description = "Show only what concerns this area, cause or file.")
    private String only = "";

    @Option(names = "--least", defaultValue = "0.85", description = "Share that must be noticed (${DEFAULT-VALUE}).")
    private double least;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Checked checked = Checked.of(FolderReader.read(folder.resolve("rules"), folder.resolve("knowledge")));
        Mutations.Result result = Mutations.run(checked.knowledge(), RuleBase.of(checked.rules()));
        List<Flaw> shown = result.unnoticed().stream()
                .filter(flaw -> CheckCommand.concerns(flaw, only))
                .toList();
        FlawFormats.text(shown, out);
        out.printf(Locale.ROOT, "%d mistakes tried, %.1f %% noticed%n", result.tried(), 100 * result.noticed());
        out.flush();
        return result.noticed() >= least ? 0 : 1;
    }
}
