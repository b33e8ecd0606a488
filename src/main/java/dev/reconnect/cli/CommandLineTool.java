package dev.reconnect.cli;

import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands that need no running service. */
@Command(
        name = "reconnect",
        mixinStandardHelpOptions = true,
        description = "Checks rules and knowledge, and measures how good the diagnoses are.",
        subcommands = {
            CheckCommand.class,
            QualityCommand.class,
            MutateCommand.class,
            PublishCommand.class,
            GateCommand.class
        })
public final class CommandLineTool {

    private static final String LOG_MANAGER = "java.util.logging.manager";

    private CommandLineTool() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** @return 0 when all is well, 1 when something is wrong with the files, 2 for a mistake in the call */
    public static int run(String... arguments) {
        quieten();
        return tool().execute(arguments);
    }

    /**
     * Without the service nobody sets up logging, and the engine's debug messages, which nobody would see, take half of
     * the time of a check.
     */
    private static void quieten() {
        if (System.getProperty(LOG_MANAGER) == null) {
            System.setProperty(LOG_MANAGER, "org.jboss.logmanager.LogManager");
        }
        Logger.getLogger("").setLevel(Level.WARNING);
    }

    static CommandLine tool() {
        return new CommandLine(new CommandLineTool()).setCaseInsensitiveEnumValuesAllowed(true);
    }
}
