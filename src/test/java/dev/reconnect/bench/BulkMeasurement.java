package dev.reconnect.bench;

import dev.reconnect.ServiceProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Diagnoses in bulk: {@code mvn -Pbench verify -Dit.test=BulkMeasurement}. The service has 256 MB of heap, so that getting
 * to the end of the long call shows that its length does not matter.
 */
class BulkMeasurement {

    /** More than any cache of answers holds. */
    private static final int DIFFERENT = 50_000;

    private static final int ROUNDS = 5;
    private static final double ROUND_SECONDS = 3;
    private static final double LONG_SECONDS = 15;
    private static final int FEW = 2_000;

    @TempDir
    Path data;

    @Test
    void measuresBulk() throws Exception {
        List<byte[]> lines = new ShippedCases()
                .different(DIFFERENT).stream()
                        .map(symptoms -> ShippedCases.body(symptoms, Map.of()))
                        .toList();
        Results results = new Results();
        try (ServiceProcess service = ServiceProcess.launch(ServiceProcess.JAR, data, "-Xmx256m")) {
            service.awaitReady();
            double perSecond = warm(service, lines);
            double[] rounds = new double[ROUNDS];
            for (int i = 0; i < ROUNDS; i++) {
                rounds[i] = call(service, lines, perSecond * ROUND_SECONDS);
            }
            results.put("bulkPerSecond", Results.median(rounds));
            results.put("bulk.perSecond", rounds);
            Heap heap = new Heap(service);
            results.put("bulk.liveHeapMiBBefore", heap.live());
            AtomicBoolean over = new AtomicBoolean();
            CompletableFuture<Double> most = heap.most(over);
            double length = Results.median(rounds) * LONG_SECONDS;
            call(service, lines, length);
            over.set(true);
            results.put("bulkHeapMiB", Heap.value(most));
            results.put("bulk.longestCallLines", length);
            results.put("bulk.liveHeapMiBAfter", heap.live());
        }
        results.write();
    }

    private static double warm(ServiceProcess service, List<byte[]> lines) throws Exception {
        double perSecond = call(service, lines, FEW);
        perSecond = call(service, lines, perSecond * ROUND_SECONDS);
        return call(service, lines, perSecond * ROUND_SECONDS);
    }

    /** @param count about how many lines */
    private static double call(ServiceProcess service, List<byte[]> lines, double count) throws Exception {
        int repetitions = (int) Math.ceil(count / lines.size());
        int length = (int) Math.min(lines.size(), Math.ceil(count / repetitions));
        return new BulkCall(lines.subList(0, length), repetitions).run(service.port());
    }
}
