package dev.reconnect;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The database of a {@link ServiceProcess}: a file of H2, or a PostgreSQL server when the service was packaged for one
 * ({@code -Dquarkus.datasource.db-kind=postgresql}, given to the build and to the tests alike).
 */
final class ServiceDatabase implements AutoCloseable {

    static {
        // Surefire switches all assertions on; one of H2 about the length of its file does not hold on a busy machine
        // while millions of rows come in. The service runs without them.
        ServiceDatabase.class.getClassLoader().setPackageAssertionStatus("org.h2", false);
    }

    private final Path data;
    private final EmbeddedPostgres server;

    private ServiceDatabase(Path data, EmbeddedPostgres server) {
        this.data = data;
        this.server = server;
    }

    static ServiceDatabase start(Path data) throws IOException {
        return new ServiceDatabase(
                data,
                isPostgres()
                        ? EmbeddedPostgres.builder()
                                .setServerConfig("fsync", "on")
                                .setServerConfig("synchronous_commit", "on")
                                .start()
                        : null);
    }

    static boolean isPostgres() {
        return "postgresql".equals(System.getProperty("quarkus.datasource.db-kind"));
    }

    /** What the service must be told, beside its data folder. */
    String[] settings(String... more) {
        List<String> settings = new ArrayList<>(Arrays.asList(more));
        if (isPostgres()) {
            settings.add("-Dquarkus.datasource.jdbc.url=jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres");
            settings.add("-Dquarkus.datasource.username=postgres");
            settings.add("-Dquarkus.datasource.password=postgres");
        }
        return settings.toArray(String[]::new);
    }

    /** With H2 only while no service runs on it. */
    Connection connect() throws SQLException {
        return isPostgres()
                ? server.getPostgresDatabase().getConnection()
                : DriverManager.getConnection(
                        "jdbc:h2:file:" + data.toAbsolutePath().resolve("reconnect")
                                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;CACHE_SIZE=1000000");
    }

    @Override
    public void close() throws IOException {
        if (isPostgres()) {
            server.close();
        }
    }
}
