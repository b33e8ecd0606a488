package dev.reconnect.bench;

import dev.reconnect.ServiceProcess;
import dev.reconnect.bench.Load.Round;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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

    @TempDir
    Path folder;

    @Test
    void measuresStartAndHeap() throws Exception {
        String[] empty = {
            "-Dreconnect.rules=" + Files.createDirectory(folder.resolve("rules")),
            "-Dreconnect.knowledge=" + Files.createDirectory(folder.resolve("knowledge"))
        };
        double[] shipped = new double[ROUNDS];
        double[] without = new double[ROUNDS];
        double[] ratios = new double[ROUNDS];
        start("first");
        for (int i = 0; i < ROUNDS; i++) {
            without[i] = start("without" + i, empty);
            shipped[i] = start("shipped" + i);
            ratios[i] = shipped[i] / without[i];
        }
        Results results = new Results();
        results.put("startOverEmpty", Results.median(ratios));
        results.put("start.shippedMillis", shipped);
        results.put("start.emptyMillis", without);
        weigh(results);
        results.write();
    }

    /** @return milliseconds */
    private double start(String data, String... settings) throws Exception {
        long begun = System.nanoTime();
        try (ServiceProcess service = ServiceProcess.launch(ServiceProcess.JAR, folder.resolve(data), settings)) {
            service.awaitReady();
            return (System.nanoTime() - begun) / 1e6;
        }
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
