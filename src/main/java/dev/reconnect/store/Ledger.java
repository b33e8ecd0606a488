package dev.reconnect.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/** Running sums per day: what learning and statistics read instead of single cases. */
@ApplicationScoped
public class Ledger {

    private static final String ADD = "update ledger set n1 = n1 + ?, n2 = n2 + ?, n3 = n3 + ?, n4 = n4 + ?"
            + " where kind = ? and ledger_day = ? and client = ? and a = ? and b = ?";
    private static final String BEGIN = "insert into ledger (kind, ledger_day, client, a, b, n1, n2, n3, n4)"
            + " values (?, ?, ?, ?, ?, 0, 0, 0, 0) on conflict do nothing";
    private static final String READ = "select kind, ledger_day, client, a, b, n1, n2, n3, n4 from ledger"
            + " where kind = ? and ledger_day between ? and ?";

    private final Database database;

    Ledger(Database database) {
        this.database = database;
    }

    /**
     * Adds, as part of the transaction that it is called in.
     *
     * @throws StoreUnavailableException if the database does not answer
     */
    @Transactional
    public void add(Collection<LedgerEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        TreeMap<String, LedgerEntry> sums = new TreeMap<>();
        entries.forEach(entry -> sums.merge(entry.key(), entry, LedgerEntry::plus));
        try (Connection connection = database.open().getConnection();
                PreparedStatement add = connection.prepareStatement(ADD);
                PreparedStatement begin = connection.prepareStatement(BEGIN)) {
            for (LedgerEntry entry : sums.values()) {
                if (add(add, entry) == 0) {
                    name(begin, 1, entry);
                    begin.executeUpdate();
                    add(add, entry);
                }
            }
        } catch (SQLException e) {
            throw new StoreUnavailableException("the database does not answer", e);
        }
    }

    /** The sums of a kind, by day, both days included. */
    public List<LedgerEntry> read(String kind, long from, long to) {
        try (Connection connection = database.open().getConnection();
                PreparedStatement query = connection.prepareStatement(READ)) {
            query.setString(1, kind);
            query.setLong(2, from);
            query.setLong(3, to);
            query.setFetchSize(5_000);
            List<LedgerEntry> entries = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    entries.add(new LedgerEntry(
                            rows.getString(1),
                            rows.getLong(2),
                            rows.getString(3),
                            rows.getString(4),
                            rows.getString(5),
                            rows.getLong(6),
                            rows.getLong(7),
                            rows.getLong(8),
                            rows.getLong(9)));
                }
            }
            return entries;
        } catch (SQLException e) {
            throw new StoreUnavailableException("the database does not answer", e);
        }
    }

    private static int add(PreparedStatement statement, LedgerEntry entry) throws SQLException {
        statement.setLong(1, entry.n1());
        statement.setLong(2, entry.n2());
        statement.setLong(3, entry.n3());
        statement.setLong(4, entry.n4());
        name(statement, 5, entry);
        return statement.executeUpdate();
    }

    private static void name(PreparedStatement statement, int first, LedgerEntry entry) throws SQLException {
        statement.setString(first, entry.kind());
        statement.setLong(first + 1, entry.day());
        statement.setString(first + 2, entry.client());
        statement.setString(first + 3, entry.a());
        statement.setString(first + 4, entry.b());
    }
}
