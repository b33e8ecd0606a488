package dev.reconnect.store;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;

/** Brings the tables up to date, and knows what differs between H2 and PostgreSQL. */
@ApplicationScoped
public class Database {

    private static final Logger LOG = Logger.getLogger(Database.class);
    private static final int H2_IN_USE_BY_ANOTHER_PROCESS = 90020;

    private final DataSource source;
    private final Flyway flyway;
    private final String kind;
    private final StoreSettings settings;
    private volatile boolean ready;

    Database(
            DataSource source,
            Flyway flyway,
            @ConfigProperty(name = "quarkus.datasource.db-kind") String kind,
            StoreSettings settings) {
        this.source = source;
        this.flyway = flyway;
        this.kind = kind;
        this.settings = settings;
    }

    /** Before anything else that starts: the others read tables. */
    void start(@Observes @Priority(1) StartupEvent event) {
        try {
            open();
        } catch (StoreUnavailableException e) {
            LOG.warnf("%s: diagnosing goes on, storing is tried again with each diagnosis", e.getMessage());
        }
    }

    /**
     * The database with its tables up to date.
     *
     * @throws StoreUnavailableException     if it does not answer
     * @throws ConfigurationException if this process cannot work with this data folder at all
     */
    DataSource open() {
        if (!ready) {
            // The first caller may be in a transaction of its own, which migrations must stay out of.
            QuarkusTransaction.suspendingExisting().run(this::migrate);
        }
        return source;
    }

    private synchronized void migrate() {
        if (ready) {
            return;
        }
        try (Connection probe = source.getConnection()) {
            LOG.debugf("connected to %s", probe.getMetaData().getDatabaseProductName());
        } catch (SQLException e) {
            refuseFolderInUse(e);
            throw new StoreUnavailableException("the database does not answer", e);
        }
        flyway.migrate();
        ready = true;
    }

    /**
     * H2 hands a commit to the operating system at once ({@code WRITE_DELAY=0}), which survives the end of the process;
     * only this makes it survive the end of the machine. PostgreSQL does so by itself.
     */
    Optional<String> afterCommit() {
        return kind.equals("h2") ? Optional.of("checkpoint sync") : Optional.empty();
    }

    private void refuseFolderInUse(SQLException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getErrorCode() == H2_IN_USE_BY_ANOTHER_PROCESS) {
                throw new ConfigurationException(
                        "The data folder " + settings.data().toAbsolutePath().normalize()
                                + " is in use by another Reconnect. Stop that one, or give this one a folder of its own:"
                                + " -Dreconnect.data=<folder>");
            }
        }
    }
}
