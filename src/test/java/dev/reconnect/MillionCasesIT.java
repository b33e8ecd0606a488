package dev.reconnect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Statistics and learning on many stored cases: that they are right, and, printed, how long they take and what they cost
 * those who diagnose meanwhile. Few cases in the usual build; after packaging, this takes some minutes and measures a million:
 *
 * <pre>
 * mvn failsafe:integration-test -Dit.test=MillionCasesIT -Dreconnect.cases=1000000 -Dreconnect.content=. -Dreconnect.rounds=6
 * </pre>
 *
 * With {@code -Dquarkus.datasource.db-kind=postgresql}, given to {@code mvn package} too, on PostgreSQL.
 */
class MillionCasesIT {

    private static final int CASES = Integer.getInteger("reconnect.cases", 3_000);
    private static final int ROUNDS = Integer.getInteger("reconnect.rounds", 0);
    private static final String CONTENT = System.getProperty("reconnect.content", "src/test/resources/desk");
    private static final List<String> STATISTICS =
            List.of("fixes", "minutes", "causes", "codes", "rules", "calibration", "drift", "wrong", "fixes.svg");
    private static final int CALLERS = 4;
    private static final long WINDOW = TimeUnit.SECONDS.toNanos(8);

    @TempDir
    Path data;

    @Test
    void statisticsAndLearningAreRightOnManyCases() throws Exception {
        try (ServiceDatabase database = ServiceDatabase.start(data)) {
            String[] settings = database.settings(
                    "-Dreconnect.rules=" + CONTENT + "/rules",
                    "-Dreconnect.knowledge=" + CONTENT + "/knowledge",
                    "-Dreconnect.learning.every=1h",
                    "-Dreconnect.bootstrap-key=" + Portal.KEY);
            Like like;
            try (ServiceProcess service = ServiceProcess.start(data, settings)) {
                like = like(new Portal(service, 3));
            }
            MillionCases cases = filled(database, like);
            try (ServiceProcess service = ServiceProcess.start(data, settings)) {
                Portal portal = new Portal(service, 4);
                assertRight(portal, cases);
                for (String what : STATISTICS) {
                    time("statistics/" + what, () -> portal.text("/v1/statistics/" + what));
                }
                time("learning", () -> portal.post("/v1/priors/learn", "{}"));
                if (ROUNDS > 0) {
                    diagnoseMeanwhile(portal);
                }
            }
        }
    }

    /** What the cases are made of. */
    private record Like(
            List<String> causes,
            List<String> fixes,
            List<String> rules,
            List<String> symptoms,
            String request,
            String answer) {}

    private static Like like(Portal portal) throws IOException, InterruptedException {
        String report = portal.reports(1).get(0);
        return new Like(
                ids(portal.get("/v1/causes")),
                ids(portal.get("/v1/fixes")),
                StreamSupport.stream(
                                portal.get("/v1/statistics/rules").path("never").spliterator(), false)
                        .map(JsonNode::asText)
                        .toList(),
                ids(portal.get("/v1/symptoms")),
                report,
                portal.diagnose(report).toString());
    }

    private static List<String> ids(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(each -> each.path("id").asText())
                .toList();
    }

    private static MillionCases filled(ServiceDatabase database, Like like) throws SQLException {
        long begun = System.nanoTime();
        try (Connection connection = database.connect()) {
            MillionCases cases = new MillionCases(
                    connection,
                    CASES,
                    like.causes(),
                    like.fixes(),
                    like.rules(),
                    like.symptoms(),
                    like.request(),
                    like.answer());
            int rows = cases.fill();
            if (ServiceDatabase.isPostgres()) {
                connection.setAutoCommit(true);
                connection.createStatement().execute("analyze");
            }
            print("%,d cases with sums in %,d rows, filled in %,d ms", CASES, rows, millis(begun));
            return cases;
        }
    }

    private static void assertRight(Portal portal, MillionCases cases) throws IOException, InterruptedException {
        assertThat(sum(portal.get("/v1/statistics/fixes"), "tried")).isEqualTo(cases.sum("trials", 0) / 1_000_000);
        assertThat(sum(portal.get("/v1/statistics/minutes"), "times")).isEqualTo(cases.sum("minutes", 0));
        JsonNode causes = portal.get("/v1/statistics/causes");
        assertThat(sum(causes, "was")).isEqualTo(cases.sum("cases", 0) / 1_000_000);
        assertThat(sum(causes, "first")).isEqualTo(cases.sum("answers", 0));
        assertThat(portal.get("/v1/statistics/calibration").path("answers").asLong())
                .isEqualTo(cases.sum("scores", 0));
        assertThat(portal.get("/v1/statistics/wrong").size()).isEqualTo(100);
    }

    private static long sum(JsonNode list, String field) {
        double sum = 0;
        for (JsonNode each : list) {
            sum += each.path(field).asDouble();
        }
        return Math.round(sum);
    }

    private static void time(String what, Callable<?> call) throws Exception {
        long[] took = new long[5];
        for (int i = 0; i < took.length; i++) {
            long begun = System.nanoTime();
            call.call();
            took[i] = millis(begun);
        }
        long first = took[0];
        Arrays.sort(took);
        print("%-25s first %,6d ms, median %,6d ms, worst %,6d ms", what, first, took[2], took[4]);
    }

    /** Windows without and with learning take turns, so that a busy machine is busy for both. */
    private static void diagnoseMeanwhile(Portal portal) throws Exception {
        List<String> reports = portal.reports(200);
        window(portal, reports, false);
        List<double[]> alone = new ArrayList<>();
        List<double[]> meanwhile = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            alone.add(window(portal, reports, false));
            meanwhile.add(window(portal, reports, true));
        }
        List<String> figures = List.of("diagnoses/s", "p50 ms", "p95 ms");
        for (int figure = 0; figure < figures.size(); figure++) {
            double before = median(alone, figure);
            double during = median(meanwhile, figure);
            print(
                    "%-12s alone %8.1f, while learning %8.1f: %+.1f %%",
                    figures.get(figure), before, during, 100 * (during / before - 1));
        }
    }

    /** @return diagnoses a second, and the median and 95th percentile of what they took, in ms */
    private static double[] window(Portal portal, List<String> reports, boolean learning) throws Exception {
        AtomicBoolean ends = new AtomicBoolean();
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS + 1);
        List<Future<List<Double>>> running = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            int offset = i * reports.size() / CALLERS;
            running.add(callers.submit(() -> {
                List<Double> took = new ArrayList<>();
                while (!ends.get()) {
                    long begun = System.nanoTime();
                    portal.diagnose(reports.get((offset + took.size()) % reports.size()));
                    took.add((System.nanoTime() - begun) / 1e6);
                }
                return took;
            }));
        }
        Future<?> learner = callers.submit(() -> {
            while (learning && !ends.get()) {
                portal.post("/v1/priors/learn", "{}");
            }
            return null;
        });
        long begun = System.nanoTime();
        TimeUnit.NANOSECONDS.sleep(WINDOW);
        ends.set(true);
        List<Double> all = new ArrayList<>();
        for (Future<List<Double>> each : running) {
            all.addAll(each.get());
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        learner.get();
        callers.shutdown();
        all.sort(null);
        return new double[] {all.size() / seconds, all.get(all.size() / 2), all.get(all.size() * 95 / 100)};
    }

    private static double median(List<double[]> windows, int figure) {
        double[] values =
                windows.stream().mapToDouble(window -> window[figure]).sorted().toArray();
        return (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
    }

    private static long millis(long begun) {
        return (System.nanoTime() - begun) / 1_000_000;
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
