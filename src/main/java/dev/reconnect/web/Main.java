package dev.reconnect.web;

import dev.reconnect.cli.CommandLineTool;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the service; with a command, such as {@code check}, runs that instead. */
@QuarkusMain
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        if (arguments.length > 0) {
            System.exit(CommandLineTool.run(arguments));
        }
        EarlyBuild.begin();
        Quarkus.run(arguments);
    }
}
