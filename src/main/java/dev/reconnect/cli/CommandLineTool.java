package dev.reconnect.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands that need no running service. */
@Command(
        name = "reconnect",
        mixinStandardHelpOptions = true,
        description = "Checks rules and knowledge, and measures how good the diagnoses are.",
        subcommands = {CheckCommand.class, QualityCommand.class})
public final class CommandLineTool {

    private CommandLineTool() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** @return 0 when all is well, 1 when something is wrong with the files, 2 for a mistake in the call */
    public static int run(String... arguments) {
        return tool().execute(arguments);
    }

    static CommandLine tool() {
        return new CommandLine(new CommandLineTool()).setCaseInsensitiveEnumValuesAllowed(true);
    }
}
