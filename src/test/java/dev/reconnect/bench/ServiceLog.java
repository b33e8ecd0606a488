package dev.reconnect.bench;

import java.util.logging.Level;
import org.jboss.logmanager.LogContext;

/** The log as the service has it. Without Quarkus every level is on, and the engine writes a text for each step it takes. */
final class ServiceLog {

    private ServiceLog() {}

    static void begin() {
        LogContext.getLogContext().getLogger("").setLevel(Level.INFO);
    }
}
