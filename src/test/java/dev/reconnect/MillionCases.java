package dev.reconnect;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

/**
 * Fills a database with cases of the last 84 days, each with an outcome, and with the sums that the service would have
 * made of them. Causes and rules follow a skewed distribution, as they do in life; reports come from twenty clients.
 */
final class MillionCases {

    private static final long DAY_SECONDS = 86_400;
    private static final int DAYS = 84;
    private static final int CLIENTS = 20;
    private static final long WHOLE = 1_000_000;
    private static final int BATCH = 20_000;
    private static final List<String> SEGMENTS = List.of(
            "host=windows,client=windows,pam=no",
            "host=windows,client=windows,pam=yes",
            "host=windows,client=any,pam=no",
            "host=other,client=windows,pam=no");

    private record Key(String kind, long day, String client, String a, String b) {}

    private static final Comparator<Key> IN_ORDER = Comparator.comparing(Key::kind)
            .thenComparingLong(Key::day)
            .thenComparing(Key::client)
            .thenComparing(Key::a)
            .thenComparing(Key::b);

    private final Random random = new Random(1);
    private final Connection connection;
    private final int cases;
    private final List<String> causes;
    private final List<String> fixes;
    private final List<String> rules;
    private final List<String> symptoms;
    private final byte[] request;
    private final byte[] answer;
    private final Map<Key, long[]> sums = new HashMap<>();

    /**
     * @param causes  ids, as the service knows them
     * @param fixes   ids; each cause is given three of them
     * @param request of a real diagnosis
     * @param answer  of a real diagnosis; all cases get the same one
     */
    MillionCases(
            Connection connection,
            int cases,
            List<String> causes,
            List<String> fixes,
            List<String> rules,
            List<String> symptoms,
            String request,
            String answer) {
        this.connection = connection;
        this.cases = cases;
        this.causes = causes;
        this.fixes = fixes;
        this.rules = rules;
        this.symptoms = symptoms;
        this.request = packed(request);
        this.answer = packed(answer);
    }

    /** @return how many rows the sums take */
    int fill() throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement diagnosis = connection.prepareStatement(
                        "insert into diagnosis (id, made_at, release_id, priors, status, first_cause, probability)"
                                + " values (?, ?, 'r1', 'authored', 'determined', ?, ?)");
                PreparedStatement text = connection.prepareStatement(
                        "insert into diagnosis_text (id, request, answer) values (?, ?, ?)");
                PreparedStatement trace = connection.prepareStatement(
                        "insert into diagnosis_trace (diagnosis_id, made_at, reference, fingerprint) values (?, ?, ?, ?)");
                PreparedStatement lesson = connection.prepareStatement(
                        "insert into lesson (diagnosis_id, lesson_day, first_cause, probability, confirmed, fingerprint,"
                                + " worked_at, worked_until, recurred, wrong_day, entries)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, false, ?, ?)")) {
            for (int i = 0; i < cases; i++) {
                one(i, List.of(diagnosis, text, trace, lesson));
                if (i % BATCH == BATCH - 1 || i == cases - 1) {
                    for (PreparedStatement each : List.of(diagnosis, text, trace, lesson)) {
                        each.executeBatch();
                    }
                    connection.commit();
                }
            }
        }
        ledger();
        connection.commit();
        return sums.size();
    }

    private void one(int number, List<PreparedStatement> inserts) throws SQLException {
        UUID id = new UUID(number, random.nextLong());
        long second = Instant.now().getEpochSecond() - random.nextInt(DAYS * (int) DAY_SECONDS);
        long day = second / DAY_SECONDS;
        String cause = causes.get(skewed(causes.size()));
        String first = random.nextInt(5) == 0 ? causes.get(skewed(causes.size())) : cause;
        double probability = random.nextDouble();
        String fingerprint = "fingerprint " + number;
        PreparedStatement diagnosis = inserts.get(0);
        set(diagnosis, id, Timestamp.from(Instant.ofEpochSecond(second)), first, probability);
        // One text in fifty: a million would be the same seven kilobytes a million times.
        if (number % 50 == 0) {
            set(inserts.get(1), id, request, answer);
        }
        set(inserts.get(2), id, Timestamp.from(Instant.ofEpochSecond(second)), "reference " + number, fingerprint);
        Timestamp worked = Timestamp.from(Instant.ofEpochSecond(second + 600));
        Timestamp until = Timestamp.from(Instant.ofEpochSecond(second + 600 + 7 * DAY_SECONDS));
        Long wrong = first.equals(cause) ? null : day;
        set(inserts.get(3), id, day, first, probability, cause, fingerprint, worked, until, wrong, new byte[400]);
        count(day, cause, first, probability);
    }

    private static void set(PreparedStatement insert, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            insert.setObject(i + 1, values[i]);
        }
        insert.addBatch();
    }

    /** As the service would have added them up. */
    private void count(long day, String cause, String first, double probability) {
        String client = "client-" + random.nextInt(CLIENTS);
        String segment = SEGMENTS.get(random.nextInt(SEGMENTS.size()));
        String fix = fixes.get((causes.indexOf(cause) * 3 + random.nextInt(3)) % fixes.size());
        long worked = random.nextInt(3) > 0 ? WHOLE : 0;
        long minutes = 1 + random.nextInt(60);
        long right = first.equals(cause) ? 1 : 0;
        double error = probability - right;
        add("lessons", day, client, "", "", 1, 0, 0, 0);
        add("cases", day, client, segment, cause, WHOLE, 0, 0, 0);
        add("causes", day, "", cause, "", WHOLE, 0, 0, 0);
        add("trials", day, client, cause, fix, WHOLE, worked, WHOLE, minutes * WHOLE);
        add("fixes", day, "", cause, fix, WHOLE, worked, WHOLE, minutes * WHOLE);
        add("minutes", day, "", fix, String.valueOf(minutes / 4), 1, minutes * WHOLE, 0, 0);
        add("answers", day, "", first, "determined", 1, 0, 0, 0);
        String bin = String.valueOf((int) (probability * 10));
        add("scores", day, "", bin, cause, 1, (long) (probability * WHOLE), right, (long) (error * error * WHOLE));
        for (int s = 0; s < 6; s++) {
            add("symptoms", day, "", symptoms.get(skewed(symptoms.size())), "value-" + random.nextInt(3), 1, 0, 0, 0);
            add("rules", day, "", rules.get(skewed(rules.size())), "", 1, 0, 0, 0);
        }
        if (random.nextInt(10) == 0) {
            add("unknown-codes", day, "", "error.code=0x" + Integer.toHexString(random.nextInt(5_000)), "", 1, 0, 0, 0);
            StringBuilder together = new StringBuilder();
            for (int s = 0; s < 4; s++) {
                together.append(symptoms.get(skewed(symptoms.size()))).append("=yes ");
            }
            add("unanswered", day, "", together.toString(), "", 1, 0, 0, 0);
        }
    }

    private void add(String kind, long day, String client, String a, String b, long... numbers) {
        long[] sum = sums.computeIfAbsent(new Key(kind, day, client, a, b), key -> new long[4]);
        for (int i = 0; i < 4; i++) {
            sum[i] += numbers[i];
        }
    }

    private void ledger() throws SQLException {
        // Of the one diagnosis that the cases are made of.
        connection.createStatement().execute("delete from ledger");
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into ledger (kind, ledger_day, client, a, b, n1, n2, n3, n4) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            int waiting = 0;
            for (Key key : sums.keySet().stream().sorted(IN_ORDER).toList()) {
                long[] n = sums.get(key);
                set(insert, key.kind(), key.day(), key.client(), key.a(), key.b(), n[0], n[1], n[2], n[3]);
                if (++waiting % BATCH == 0) {
                    insert.executeBatch();
                    connection.commit();
                }
            }
            insert.executeBatch();
        }
    }

    /** What the statistics must add up to. */
    long sum(String kind, int number) {
        return sums.entrySet().stream()
                .filter(entry -> entry.getKey().kind().equals(kind))
                .mapToLong(entry -> entry.getValue()[number])
                .sum();
    }

    private int skewed(int bound) {
        double share = random.nextDouble();
        return (int) (bound * share * share);
    }

    private static byte[] packed(String text) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return packed.toByteArray();
    }
}
