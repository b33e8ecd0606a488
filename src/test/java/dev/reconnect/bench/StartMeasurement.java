package dev.reconnect.bench;

import dev.reconnect.ServiceProcess;
import dev.reconnect.bench.Load.Round;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long a start takes and what the service then weighs: {@code mvn -Pbench verify -Dit.test=StartMeasurement}. A start
 * lasts from the call of {@code java} to the first 200 of the readiness check, each on a data folder of its own.
 */
class StartMeasurement {

    private static final int ROUNDS = 5;
    private static final int DIFFERENT = 1_000;
    private static final int CONNECTIONS = 8;

    private record Start(double millis, double cpuMillis) {}

    @TempDir
    Path folder;

    @Test
    void measuresStartAndHeap() throws Exception {
        String[] empty = {
            "-Dreconnect.rules=" + Files.createDirectory(folder.resolve("rules")),
            "-Dreconnect.knowledge=" + Files.createDirectory(folder.resolve("knowledge"))
        };
        Start[] shipped = new Start[ROUNDS];
        Start[] without = new Start[ROUNDS];
        start("first");
        for (int i = 0; i < ROUNDS; i++) {
            without[i] = start("without" + i, empty);
            shipped[i] = start("shipped" + i);
        }
        Results results = new Results();
        results.put("startOverEmpty", ratio(shipped, without, Start::millis));
        results.put("start.cpuOverEmpty", ratio(shipped, without, Start::cpuMillis));
        results.put("start.shippedMillis", figures(shipped, Start::millis));
        results.put("start.emptyMillis", figures(without, Start::millis));
        results.put("start.shippedCpuMillis", figures(shipped, Start::cpuMillis));
        results.put("start.emptyCpuMillis", figures(without, Start::cpuMillis));
        weigh(results);
        results.write();
    }

    private Start start(String data, String... settings) throws Exception {
        long begun = System.nanoTime();
        try (ServiceProcess service = ServiceProcess.launch(ServiceProcess.JAR, folder.resolve(data), settings)) {
            service.awaitReady();
            double millis = (System.nanoTime() - begun) / 1e6;
            Duration cpu = service.process().info().totalCpuDuration().orElse(Duration.ZERO);
            return new Start(millis, cpu.toNanos() / 1e6);
        }
    }

    private static double ratio(Start[] above, Start[] below, ToDoubleFunction<Start> figure) {
        double[] ratios = figures(above, figure);
        double[] divisors = figures(below, figure);
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] /= divisors[i];
        }
        return Results.median(ratios);
    }

    private static double[] figures(Start[] starts, ToDoubleFunction<Start> figure) {
        return Arrays.stream(starts).mapToDouble(figure).toArray();
    }

    /** After some diagnoses, because what is made at first use belongs to it. */
    private void weigh(Results results) throws Exception {
        List<byte[]> bodies = new ShippedCases()
                .different(DIFFERENT).stream()
                        .map(symptoms -> ShippedCases.body(symptoms, Map.of()))
                        .toList();
        Requests requests = new Requests("/v1/diagnoses", "", bodies);
        try (ServiceProcess service = ServiceProcess.launch(ServiceProcess.JAR, folder.resolve("weighed"))) {
            service.awaitReady();
            results.put("heap.startedMiB", new Heap(service).live());
            try (Load load = new Load(service.port(), CONNECTIONS, Duration.ZERO)) {
                Round round = load.run(requests, Duration.ofSeconds(5));
                results.put("heap.diagnoses", round.calls());
            }
            results.put("heapMiB", new Heap(service).live());
        }
    }
}
