package dev.reconnect.web;

import dev.reconnect.cli.GateLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A Java process of its own that checks drafts. It has a heap of its own, one processor and the lesser claim to it, and
 * nothing of the service's environment: whatever a draft does to it, the service goes on.
 */
final class GateProcess {

    /** What Java exits with when {@code ExitOnOutOfMemoryError} ends it. */
    private static final int OUT_OF_MEMORY = 3;

    private static final Path NICE = Path.of("/usr/bin/nice");
    private static final String PACKAGED = "quarkus-run.jar";
    private static final String COMMANDS = "dev.reconnect.cli.CommandLineTool";

    private final Process process;
    private final GateLine line;

    private GateProcess(Process process) {
        this.process = process;
        this.line = new GateLine(process.getInputStream(), process.getOutputStream());
    }

    /**
     * @param megabytes of its heap
     * @throws IOException if no process can be started
     */
    static GateProcess start(int megabytes) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(megabytes)).redirectError(ProcessBuilder.Redirect.INHERIT);
        // Passwords and keys of the service may be in its environment.
        builder.environment().clear();
        return new GateProcess(builder.start());
    }

    private static List<String> command(int megabytes) {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(NICE)) {
            command.addAll(List.of(NICE.toString(), "-n", "5"));
        }
        String path = System.getProperty("java.class.path");
        boolean packaged = path.endsWith(PACKAGED);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + megabytes + "m",
                "-Xss4m",
                "-XX:+UseSerialGC",
                "-XX:ActiveProcessorCount=1",
                // Compiling thoroughly would take longer than most of what such a process ever does.
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError"));
        command.addAll(packaged ? List.of("-jar", path) : List.of("-cp", path, COMMANDS));
        command.add("gate");
        return command;
    }

    GateLine line() {
        return line;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void kill() {
        process.destroyForcibly();
    }

    /** Why it ended by itself. */
    String ending() {
        try {
            process.waitFor(1, TimeUnit.SECONDS);
            return process.isAlive() || process.exitValue() != OUT_OF_MEMORY
                    ? "the process that checks drafts ended"
                    : "it takes too much memory";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "the service is stopping";
        }
    }
}
