package dev.reconnect.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Running sums per day: what learning and statistics read instead of single cases. */
@ApplicationScoped
public class Ledger {

    private static final String ADD = "update ledger set n1 = n1 + ?, n2 = n2 + ?, n3 = n3 + ?, n4 = n4 + ?"
            + " where kind = ? and ledger_day = ? and client = ? and a = ? and b = ?";
    private static final String BEGIN = "insert into ledger (kind, ledger_day, client, a, b, n1, n2, n3, n4)"
            + " values (?, ?, ?, ?, ?, 0, 0, 0, 0) on conflict do nothing";
    private static final String DAYS =
            "select distinct ledger_day from ledger where kind = ? and ledger_day between ? and ? order by ledger_day";
    private static final String DAY =
            "select client, a, b, n1, n2, n3, n4 from ledger where kind = ? and ledger_day = ?";

    // The sum of bigints is numeric in PostgreSQL.
    private static final String SUMS = "select a, b, cast(sum(n1) as bigint), cast(sum(n2) as bigint),"
            + " cast(sum(n3) as bigint), cast(sum(n4) as bigint) from ledger"
            + " where kind = ? and ledger_day between ? and ? group by a, b";
    private static final String FIRST = "select a, n1 from ledger where kind = ? and ledger_day between ? and ?";
    private static final int PAGE = 5_000;

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

    /** The days that have sums of a kind, in order, both ends included. */
    public List<Long> days(String kind, long from, long to) {
        List<Long> days = new ArrayList<>();
        query(DAYS, List.of(kind, from, to), row -> days.add(row.getLong(1)));
        return days;
    }

    /** The sums of a kind on one day, in no order. */
    public List<LedgerEntry> day(String kind, long day) {
        List<LedgerEntry> entries = new ArrayList<>();
        query(DAY, List.of(kind, day), row -> entries.add(entry(kind, day, row.getString(1), row, 2)));
        return entries;
    }

    /** The sums of a kind over days and clients, both ends included, in no order. They are given the first day. */
    public List<LedgerEntry> sums(String kind, long from, long to) {
        List<LedgerEntry> entries = new ArrayList<>();
        query(SUMS, List.of(kind, from, to), row -> entries.add(entry(kind, from, "", row, 1)));
        return entries;
    }

    /**
     * The first numbers of a kind over days, clients and second names: the greatest, in order. They are given the first
     * day. Added up here, because H2 takes three times as long to group long names.
     */
    public List<LedgerEntry> most(String kind, long from, long to, int most) {
        Map<String, Long> sums = new HashMap<>();
        query(FIRST, List.of(kind, from, to), row -> sums.merge(row.getString(1), row.getLong(2), Long::sum));
        return sums.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .map(sum -> new LedgerEntry(kind, from, "", sum.getKey(), "", sum.getValue(), 0, 0, 0))
                .toList();
    }

    private interface Row {

        void take(ResultSet row) throws SQLException;
    }

    private void query(String sql, List<Object> parameters, Row taker) {
        try (Connection connection = database.open().getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.size(); i++) {
                query.setObject(i + 1, parameters.get(i));
            }
            query.setFetchSize(PAGE);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    taker.take(rows);
                }
            }
        } catch (SQLException e) {
            throw new StoreUnavailableException("the database does not answer", e);
        }
    }

    private static LedgerEntry entry(String kind, long day, String client, ResultSet row, int first)
            throws SQLException {
        return new LedgerEntry(
                kind,
                day,
                client,
                row.getString(first),
                row.getString(first + 1),
                row.getLong(first + 2),
                row.getLong(first + 3),
                row.getLong(first + 4),
                row.getLong(first + 5));
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
