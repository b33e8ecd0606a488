package dev.reconnect.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reconnect.knowledge.FileSet;
import dev.reconnect.knowledge.Flaw;
import dev.reconnect.knowledge.FolderReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends a folder of rules and knowledge to a running service and publishes it there. */
@Command(
        name = "publish",
        mixinStandardHelpOptions = true,
        description = "Publishes the rules and the knowledge of a folder on a running service.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:published, or with --dry-run fit to be",
            "1:flaws, or a reason is needed, or another release was published meanwhile",
            "2:wrong call, no valid key, or the service cannot be reached"
        })
final class PublishCommand implements Callable<Integer> {

    static final String KEY = "RECONNECT_KEY";

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", defaultValue = ".", description = "Folder with rules/ and knowledge/.")
    private Path folder;

    @Option(names = "--to", required = true, description = "Address of the service, such as http://127.0.0.1:8080.")
    private URI to;

    @Option(
            names = "--key-file",
            description = "File with a publisher key; otherwise the environment has it as " + KEY + ".")
    private Path keyFile;

    @Option(names = "--note", description = "Why; needed when a case of known cause is answered worse than before.")
    private String note = "";

    @Option(names = "--dry-run", description = "Check only.")
    private boolean dryRun;

    @Override
    public Integer call() throws InterruptedException {
        Optional<String> key = key();
        if (key.isEmpty()) {
            return fail("no key: name a file with --key-file, or set " + KEY);
        }
        FileSet files = FolderReader.read(folder.resolve("rules"), folder.resolve("knowledge"));
        PrintWriter out = spec.commandLine().getOut();
        if (files.flaws().stream().anyMatch(Flaw::isError)) {
            FlawFormats.text(files.flaws(), out);
            out.flush();
            return 1;
        }
        try {
            return publish(new Remote(to, key.get()), files, out);
        } catch (IOException | IllegalArgumentException e) {
            return fail(to + " cannot be reached: " + e.getMessage());
        } catch (Remote.Refused e) {
            out.flush();
            spec.commandLine().getErr().println(e.getMessage());
            return e.exitCode();
        } finally {
            out.flush();
        }
    }

    private int publish(Remote remote, FileSet files, PrintWriter out) throws IOException, InterruptedException {
        JsonNode draft = remote.check(files.files(), note);
        FlawFormats.text(flaws(draft), out);
        for (JsonNode turn : draft.path("turns")) {
            if (turn.path("labelled").asBoolean()) {
                out.println((turn.path("worse").asBoolean() ? "worse: " : "turns: ")
                        + turn.path("case").asText() + ": " + shown(turn.path("before")) + " -> "
                        + shown(turn.path("after")));
            }
        }
        JsonNode replay = draft.path("replay");
        out.printf(
                Locale.ROOT,
                "%d new flaws, %d cases turn, %d of %d stored diagnoses turn%n",
                draft.path("flaws").size(),
                draft.path("labelled").path("turned").asInt(),
                replay.path("turned").asInt(),
                replay.path("cases").asInt());
        if (!draft.path("publishable").asBoolean()) {
            return 1;
        }
        if (dryRun) {
            out.println(
                    "Fit to be published as " + draft.path("becomes").path("id").asText());
            return 0;
        }
        JsonNode release = remote.publish(draft.path("id").asText(), note);
        out.println("Release " + release.path("id").asText() + " answers at " + to);
        return 0;
    }

    private static String shown(JsonNode cause) {
        return cause.asText().isEmpty() ? "(none)" : cause.asText();
    }

    private static List<Flaw> flaws(JsonNode draft) {
        List<Flaw> flaws = new ArrayList<>();
        for (JsonNode flaw : draft.path("flaws")) {
            flaws.add(new Flaw(
                    flaw.path("file").asText(),
                    flaw.path("line").asInt(),
                    flaw.path("column").asInt(),
                    Flaw.Severity.valueOf(flaw.path("severity").asText().toUpperCase(Locale.ROOT)),
                    flaw.path("code").asText(),
                    flaw.path("message").asText(),
                    flaw.path("hint").asText(),
                    flaw.path("excerpt").asText()));
        }
        return flaws;
    }

    /** Never as an argument: arguments can be seen by everybody on the machine. */
    private Optional<String> key() {
        try {
            return keyFile == null
                    ? Optional.ofNullable(System.getenv(KEY)).map(String::strip).filter(key -> !key.isEmpty())
                    : Optional.of(Files.readString(keyFile).strip());
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private int fail(String message) {
        spec.commandLine().getErr().println(message);
        return 2;
    }
}
