package dev.reconnect.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All migrations on both databases, on empty tables and on those that hold what an earlier version wrote. */
class MigrationsTest {

    private static final Path SCRIPTS = Path.of("src/main/resources/db/migration");

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void begin() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void end() throws IOException {
        postgres.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void reachTheNewestVersionFromNothing(String kind) throws IOException, SQLException {
        DataSource empty = database(kind, "empty");

        flyway(empty, kind, "latest").migrate();

        List<MigrationVersion> all = scripts(kind);
        assertThat(flyway(empty, kind, "latest").info().current().getVersion()).isEqualTo(all.get(all.size() - 1));
        assertThat(flyway(empty, kind, "latest").info().applied()).hasSameSizeAs(all);
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2", "postgresql"})
    void sumUpWhatWasLearnedBeforeThereWereSums(String kind) throws SQLException {
        DataSource used = database(kind, "used");
        flyway(used, kind, "5").migrate();
        execute(used, """
                insert into ledger (kind, ledger_day, client, a, b, n1, n2, n3, n4) values
                    ('cases', 7, 'one', 'here', 'port-closed', 2, 0, 0, 0), ('cases', 7, 'two', 'there', 'port-closed', 3, 0, 0, 0),
                    ('cases', 8, 'one', 'here', 'port-closed', 5, 0, 0, 0),
                    ('trials', 7, 'one', 'port-closed', 'open', 1, 2, 3, 4), ('trials', 7, 'two', 'port-closed', 'open', 10, 20, 30, 40)""");
        execute(used, """
                insert into lesson (diagnosis_id, lesson_day, first_cause, probability, confirmed, fingerprint, recurred, entries) values
                    ('00000000-0000-0000-0000-000000000001', 7, 'a', 0.5, 'b', '', false, ''),
                    ('00000000-0000-0000-0000-000000000002', 8, 'a', 0.5, 'a', '', false, ''),
                    ('00000000-0000-0000-0000-000000000003', 9, 'a', 0.5, '', '', false, '')""");

        flyway(used, kind, "latest").migrate();

        assertThat(rows(used, "select ledger_day, a, b, n1 from ledger where kind = 'causes' order by ledger_day"))
                .containsExactly("7 port-closed  5", "8 port-closed  5");
        assertThat(rows(used, "select a, b, n1, n2, n3, n4 from ledger where kind = 'fixes'"))
                .containsExactly("port-closed open 11 22 33 44");
        assertThat(rows(used, "select lesson_day, wrong_day from lesson order by lesson_day"))
                .containsExactly("7 7", "8 null", "9 null");
    }

    private static Flyway flyway(DataSource source, String kind, String target) {
        return Flyway.configure()
                .dataSource(source)
                .locations(Stream.of("common", kind)
                        .map(SCRIPTS::resolve)
                        .filter(Files::isDirectory)
                        .map(folder -> "filesystem:" + folder)
                        .toArray(String[]::new))
                .target(target)
                .load();
    }

    private static DataSource database(String kind, String name) throws SQLException {
        if (kind.equals("postgresql")) {
            execute(postgres.getPostgresDatabase(), "create database " + name);
            return postgres.getDatabase("postgres", name);
        }
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + name + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1");
        return source;
    }

    /** Of the scripts for this database, in order. */
    private static List<MigrationVersion> scripts(String kind) throws IOException {
        List<MigrationVersion> versions = new ArrayList<>();
        for (String folder : List.of("common", kind)) {
            if (Files.isDirectory(SCRIPTS.resolve(folder))) {
                try (Stream<Path> files = Files.list(SCRIPTS.resolve(folder))) {
                    files.map(file -> file.getFileName().toString())
                            .map(name -> MigrationVersion.fromVersion(name.substring(1, name.indexOf("__"))))
                            .forEach(versions::add);
                }
            }
        }
        versions.sort(null);
        return versions;
    }

    private static void execute(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.createStatement().execute(sql);
        }
    }

    private static List<String> rows(DataSource source, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = source.getConnection();
                ResultSet result = connection.createStatement().executeQuery(sql)) {
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(result.getString(i));
                }
                rows.add(String.join(" ", row.stream().map(String::valueOf).toList()));
            }
        }
        return rows;
    }
}
