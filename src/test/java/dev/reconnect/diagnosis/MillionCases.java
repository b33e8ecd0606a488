package dev.reconnect.diagnosis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Fills a database with a million cases of 84 days and measures what reading the ledger and learning from it take. A
 * program and not a test, because of its size; give it the address of an empty H2 database.
 */
final class MillionCases {

    private static final int CASES = 1_000_000;
    private static final int DAYS = 84;
    private static final int CLIENTS = 20;
    private static final int CAUSES = 200;
    private static final int SYMPTOMS = 500;
    private static final int RULES = 1_000;
    private static final int BATCH = 5_000;
    private static final List<String> SEGMENTS = List.of(
            "host=windows,client=windows,pam=no",
            "host=windows,client=windows,pam=yes",
            "host=windows,client=any,pam=no",
            "host=other,client=windows,pam=no");

    private final Random random = new Random(1);
    private final Connection connection;

    private MillionCases(Connection connection) {
        this.connection = connection;
    }

    public static void main(String[] arguments) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(arguments[0])) {
            MillionCases million = new MillionCases(connection);
            million.tables();
            million.time("1,000,000 diagnoses", million::diagnoses);
            million.time("their ledger", million::ledger);
            for (int round = 0; round < 3; round++) {
                for (String kind : List.of("cases", "trials", "rules", "symptoms", "answers", "scores")) {
                    million.time("read " + kind, () -> million.read(kind));
                }
                million.time("learn", million::learn);
            }
        }
    }

    private interface Work {

        void run() throws SQLException;
    }

    private void time(String what, Work work) throws SQLException {
        long begun = System.nanoTime();
        work.run();
        System.out.printf("%-25s %,8d ms%n", what, (System.nanoTime() - begun) / 1_000_000);
    }

    private void tables() throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            for (String script : List.of("V1__cases_releases_priors.sql", "V5__outcomes.sql")) {
                statement.execute(Files.readString(Path.of("src/main/resources/db/migration/common", script)));
            }
        }
    }

    private void diagnoses() throws SQLException {
        long now = Instant.now().getEpochSecond();
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into diagnosis (id, made_at, release_id, priors, status, first_cause, probability)"
                        + " values (?, ?, 'r1', 'authored', 'determined', ?, ?)")) {
            for (int i = 0; i < CASES; i++) {
                insert.setObject(1, new UUID(i, random.nextLong()));
                insert.setObject(
                        2,
                        Instant.ofEpochSecond(now - random.nextInt(DAYS * 86_400))
                                .atOffset(ZoneOffset.UTC));
                insert.setString(3, "cause-" + random.nextInt(CAUSES));
                insert.setDouble(4, random.nextDouble());
                insert.addBatch();
                if (i % BATCH == BATCH - 1) {
                    insert.executeBatch();
                }
            }
        }
    }

    /** As the service would have added them up. */
    private void ledger() throws SQLException {
        Map<String, long[]> sums = new HashMap<>();
        for (int i = 0; i < CASES; i++) {
            int day = random.nextInt(DAYS);
            String client = "client-" + random.nextInt(CLIENTS);
            String cause = "cause-" + skewed(CAUSES);
            String segment = SEGMENTS.get(random.nextInt(SEGMENTS.size()));
            add(sums, "lessons", day, client, "", "", 1);
            add(sums, "cases", day, client, segment, cause, Lesson.WHOLE);
            add(sums, "trials", day, client, cause, "fix-" + random.nextInt(3), Lesson.WHOLE);
            add(sums, "answers", day, "", cause, "determined", 1);
            add(sums, "scores", day, "", String.valueOf(random.nextInt(10)), cause, 1);
            for (int s = 0; s < 6; s++) {
                add(sums, "symptoms", day, "", "symptom-" + skewed(SYMPTOMS), "yes", 1);
                add(sums, "rules", day, "", "rule-" + skewed(RULES), "", 1);
            }
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into ledger (kind, ledger_day, client, a, b, n1, n2, n3, n4) values (?, ?, ?, ?, ?, ?, 0, 0, 0)")) {
            for (Map.Entry<String, long[]> entry : new TreeMap<>(sums).entrySet()) {
                String[] key = entry.getKey().split("\n", -1);
                insert.setString(1, key[0]);
                insert.setLong(2, Long.parseLong(key[1]));
                insert.setString(3, key[2]);
                insert.setString(4, key[3]);
                insert.setString(5, key[4]);
                insert.setLong(6, entry.getValue()[0]);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        System.out.println(sums.size() + " rows");
    }

    private static void add(Map<String, long[]> sums, String kind, int day, String client, String a, String b, long n) {
        sums.computeIfAbsent(String.join("\n", kind, "" + day, client, a, b), key -> new long[1])[0] += n;
    }

    private int skewed(int bound) {
        double share = random.nextDouble();
        return (int) (bound * share * share);
    }

    private Map<String, Long> read(String kind) throws SQLException {
        Map<String, Long> sums = new TreeMap<>();
        each(kind, row -> sums.merge(row.getString(4) + row.getString(5), row.getLong(6), Long::sum));
        return sums;
    }

    private interface Row {

        void take(ResultSet row) throws SQLException;
    }

    private void each(String kind, Row taker) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select kind, ledger_day, client, a, b, n1, n2, n3, n4 from ledger"
                        + " where kind = ? and ledger_day between 0 and " + DAYS)) {
            query.setString(1, kind);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    taker.take(rows);
                }
            }
        }
    }

    private void learn() throws SQLException {
        Map<String, Map<String, Map<String, Long>>> cases = new HashMap<>();
        each("cases", row -> cases.computeIfAbsent(row.getLong(2) + " " + row.getString(3), key -> new TreeMap<>())
                .computeIfAbsent(row.getString(4), key -> new TreeMap<>())
                .put(row.getString(5), row.getLong(6)));
        List<DayOfClient> days = new ArrayList<>();
        each(
                "lessons",
                row -> days.add(new DayOfClient(
                        row.getLong(2),
                        row.getString(3),
                        row.getLong(6),
                        cases.get(row.getLong(2) + " " + row.getString(3)),
                        Map.of())));
        Map<String, Double> parts = new TreeMap<>();
        for (int i = 0; i < CAUSES; i++) {
            parts.put("cause-" + i, 20.0);
        }
        Priors authored = new Priors("authored", parts, 200, Map.of(), Map.of());
        new Learning(authored, Learning.Settings.DEFAULT).learn(days, DAYS).on("p", authored);
    }
}
