package dev.reconnect.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * Writes a batch of diagnoses with one commit. The first write of an id stays: a caller that does not know whether its
 * write was kept may send it again.
 */
final class DiagnosisWriter implements GroupCommit.Writer<KeptDiagnosis> {

    private static final String NARROW =
            "insert into diagnosis (id, made_at, release_id, priors, status, first_cause, probability)"
                    + " values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing";
    private static final String TEXT =
            "insert into diagnosis_text (id, request, answer) values (?, ?, ?) on conflict do nothing";

    private static final String TRACE = "insert into diagnosis_trace (diagnosis_id, made_at, reference, fingerprint)"
            + " values (?, ?, ?, ?) on conflict do nothing";

    private final Database database;

    DiagnosisWriter(Database database) {
        this.database = database;
    }

    @Override
    public void write(List<KeptDiagnosis> batch) {
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            try {
                insert(connection, batch);
                connection.commit();
            } catch (SQLException e) {
                rollBack(connection, e);
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
            sync(connection);
        } catch (SQLException e) {
            throw isGone(e)
                    ? new StoreUnavailableException("the database does not answer", e)
                    : new IllegalStateException("diagnoses cannot be stored: " + e.getMessage(), e);
        }
    }

    private Connection connect() {
        try {
            return database.open().getConnection();
        } catch (SQLException e) {
            throw new StoreUnavailableException("the database does not answer", e);
        }
    }

    private static void insert(Connection connection, List<KeptDiagnosis> batch) throws SQLException {
        try (PreparedStatement narrow = connection.prepareStatement(NARROW);
                PreparedStatement text = connection.prepareStatement(TEXT);
                PreparedStatement trace = connection.prepareStatement(TRACE)) {
            for (KeptDiagnosis kept : batch) {
                narrow.setObject(1, kept.id());
                narrow.setObject(2, kept.madeAt().atOffset(ZoneOffset.UTC));
                narrow.setString(3, kept.release());
                narrow.setString(4, kept.priors());
                narrow.setString(5, kept.status());
                narrow.setString(6, kept.firstCause());
                narrow.setDouble(7, kept.probability());
                narrow.addBatch();
                text.setObject(1, kept.id());
                text.setBytes(2, kept.request());
                text.setBytes(3, kept.answer());
                text.addBatch();
                trace(trace, kept);
            }
            narrow.executeBatch();
            text.executeBatch();
            trace.executeBatch();
        }
    }

    /** Most portals give no reference, and then there is nothing to find a case by. */
    private static void trace(PreparedStatement trace, KeptDiagnosis kept) throws SQLException {
        if (kept.reference().isEmpty()) {
            return;
        }
        trace.setObject(1, kept.id());
        trace.setObject(2, kept.madeAt().atOffset(ZoneOffset.UTC));
        trace.setString(3, kept.reference());
        trace.setString(4, kept.fingerprint());
        trace.addBatch();
    }

    private void sync(Connection connection) throws SQLException {
        Optional<String> afterCommit = database.afterCommit();
        if (afterCommit.isPresent()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(afterCommit.get());
            }
        }
    }

    private static void rollBack(Connection connection, SQLException failure) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    /** Class 08 is "connection exception", 57P "the server was told to stop", 90 (H2) covers a closed or broken database. */
    private static boolean isGone(SQLException e) {
        String state = Optional.ofNullable(e.getSQLState()).orElse("08");
        return state.startsWith("08") || state.startsWith("57P") || state.startsWith("90") || state.startsWith("53");
    }
}
