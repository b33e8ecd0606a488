package dev.reconnect.cli;

import dev.reconnect.knowledge.FileSet;
import dev.reconnect.knowledge.Flaw;
import dev.reconnect.knowledge.FolderReader;
import dev.reconnect.release.Checked;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads rules and knowledge, runs the cases, and prints every flaw with its place. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Checks the rules, the knowledge and the cases of a folder.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:no errors", "1:errors", "2:wrong call, or the folder cannot be read"})
final class CheckCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", defaultValue = ".", description = "Folder with rules/ and knowledge/.")
    private Path folder;

    @Option(names = "--only", description = "Show only what concerns this area, cause, fix or file.")
    private String only = "";

    @Option(names = "--json", description = "Print flaws as JSON.")
    private boolean json;

    @Option(names = "--sarif", description = "Print flaws as SARIF 2.1.0.")
    private boolean sarif;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (!Files.isDirectory(folder.resolve("knowledge")) && !Files.isDirectory(folder.resolve("rules"))) {
            spec.commandLine().getErr().println(folder + " holds neither rules/ nor knowledge/");
            return 2;
        }
        FileSet files = FolderReader.read(folder.resolve("rules"), folder.resolve("knowledge"));
        Checked checked = Checked.of(files);
        List<Flaw> flaws =
                checked.flaws().stream().filter(flaw -> concerns(flaw, only)).toList();
        if (json) {
            FlawFormats.json(flaws, out);
        } else if (sarif) {
            FlawFormats.sarif(flaws, out);
        } else {
            FlawFormats.text(flaws, out);
            out.println(checked.summary() + ": " + count(flaws));
        }
        out.flush();
        return flaws.stream().anyMatch(Flaw::isError) ? 1 : 0;
    }

    /** Whether a flaw is about an area, cause, fix or file; an empty word is about everything. */
    static boolean concerns(Flaw flaw, String word) {
        return word.isEmpty()
                || List.of(flaw.file().split("[/.]")).contains(word)
                || flaw.file().equals(word);
    }

    private static String count(List<Flaw> flaws) {
        long errors = flaws.stream().filter(Flaw::isError).count();
        long warnings = flaws.size() - errors;
        return errors
                + (errors == 1 ? " error, " : " errors, ")
                + warnings
                + (warnings == 1 ? " warning" : " warnings");
    }
}
