package dev.reconnect.cli;

import dev.reconnect.cli.GateLine.Answer;
import dev.reconnect.cli.GateLine.Answer.Kind;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The process that checks drafts for a service: it reads from its input and writes to its output until that ends. */
@Command(name = "gate", hidden = true, description = "Checks drafts for a running service; started by it.")
final class GateCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        InputStream in = System.in;
        PrintStream out = System.out;
        // Whatever a library prints must not end up between two messages.
        System.setOut(System.err);
        new GateKeeping(new GateLine(in, out)).run();
        return 0;
    }

    static Answer wants(Kind kind) {
        return new Answer(kind, Optional.empty());
    }
}
