package dev.reconnect.bench;

import dev.reconnect.ServiceProcess;
import dev.reconnect.bench.Load.Round;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What diagnosing costs beside the call that carries it: {@code mvn -Pbench verify -Dit.test=HttpMeasurement}. Echo and
 * diagnose get the same bodies in the same process, in turns of some seconds; a ratio is the median of those of the turns.
 */
class HttpMeasurement {

    private static final int CONNECTIONS = 64;
    private static final int ROUNDS = 5;
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Duration ROUND = Duration.ofSeconds(2);

    /** More than any cache of answers holds. */
    private static final int DIFFERENT = 50_000;

    private static final int REPEATED = 100;
    private static final String NOT_STORED = "Prefer: store=no\r\n";
    private static final String DIAGNOSES = "/v1/diagnoses";
    private static final String ECHO = "echo";

    /** As the issue of it says: explanation and plan, no questions. */
    private static final Map<String, ?> WHOLE = Map.of("include", List.of("evidence", "plan"));

    private static final Map<String, ?> EVIDENCE = Map.of("include", List.of("evidence"));

    /** What who says nothing gets: all parts. */
    private static final Map<String, ?> ALL = Map.of();

    private final Map<String, Requests> kinds = new LinkedHashMap<>();
    private final Map<String, Round[]> rounds = new LinkedHashMap<>();
    private final Map<String, double[]> cpu = new LinkedHashMap<>();

    @TempDir
    Path data;

    @Test
    void measuresCallsBesideAnEcho() throws Exception {
        EchoPackage.build();
        prepare();
        try (ServiceProcess service = ServiceProcess.launch(EchoPackage.JAR, data)) {
            service.awaitReady();
            try (Load load = new Load(service.port(), CONNECTIONS, Duration.ZERO)) {
                for (Requests each : kinds.values()) {
                    load.run(each, WARM_UP);
                }
                for (int round = 0; round < ROUNDS; round++) {
                    for (String kind : kinds.keySet()) {
                        run(service, load, kind, round);
                    }
                }
            }
        }
        write();
    }

    private void prepare() {
        ShippedCases shipped = new ShippedCases();
        List<byte[]> whole = bodies(shipped, DIFFERENT, WHOLE);
        kinds.put(ECHO, new Requests(EchoPackage.PATH, NOT_STORED, whole));
        kinds.put("whole", new Requests(DIAGNOSES, NOT_STORED, whole));
        kinds.put("evidence", new Requests(DIAGNOSES, NOT_STORED, bodies(shipped, DIFFERENT, EVIDENCE)));
        kinds.put("questions", new Requests(DIAGNOSES, NOT_STORED, bodies(shipped, DIFFERENT, ALL)));
        kinds.put("repeated", new Requests(DIAGNOSES, NOT_STORED, bodies(shipped, REPEATED, ALL)));
        kinds.put("stored", new Requests(DIAGNOSES, "", whole));
    }

    private static List<byte[]> bodies(ShippedCases shipped, int count, Map<String, ?> more) {
        return shipped.different(count).stream()
                .map(symptoms -> ShippedCases.body(symptoms, more))
                .toList();
    }

    private void run(ServiceProcess service, Load load, String kind, int number) throws InterruptedException {
        Duration before = used(service);
        Round round = load.run(kinds.get(kind), ROUND);
        if (round.wrong() > 0) {
            throw new IllegalStateException(round.wrong() + " of " + round.calls() + " calls fail: " + kind);
        }
        rounds.computeIfAbsent(kind, key -> new Round[ROUNDS])[number] = round;
        cpu.computeIfAbsent(kind, key -> new double[ROUNDS])[number] =
                used(service).minus(before).toNanos() / 1e3 / round.calls();
    }

    private static Duration used(ServiceProcess service) {
        return service.process().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private void write() {
        Results results = new Results();
        results.put("diagnoseOverEcho", overEcho("whole", Round::perSecond));
        results.put("p99OverEcho", overEcho("whole", Round::p99Millis));
        results.put("storedOverEcho", overEcho("stored", Round::perSecond));
        results.put("storedP99Millis", Results.median(figures("stored", Round::p99Millis)));
        for (String kind : rounds.keySet()) {
            results.put("http." + kind + ".overEcho", overEcho(kind, Round::perSecond));
            results.put("http." + kind + ".p99OverEcho", overEcho(kind, Round::p99Millis));
            results.put("http." + kind + ".perSecond", figures(kind, Round::perSecond));
            results.put("http." + kind + ".p50Millis", figures(kind, Round::p50Millis));
            results.put("http." + kind + ".p99Millis", figures(kind, Round::p99Millis));
            results.put("http." + kind + ".serviceCpuMicros", cpu.get(kind));
        }
        results.write();
    }

    private double overEcho(String kind, ToDoubleFunction<Round> figure) {
        double[] ratios = figures(kind, figure);
        double[] echo = figures(ECHO, figure);
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] /= echo[i];
        }
        return Results.median(ratios);
    }

    private double[] figures(String kind, ToDoubleFunction<Round> figure) {
        return java.util.Arrays.stream(rounds.get(kind)).mapToDouble(figure).toArray();
    }
}
