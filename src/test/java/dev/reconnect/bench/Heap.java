package dev.reconnect.bench;

import dev.reconnect.ServiceProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The heap of a service. */
final class Heap {

    private static final Pattern LIVE = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");
    private static final Pattern USED = Pattern.compile("(?m)^jvm_memory_used_bytes\\{area=\"heap\".*} ([0-9.E]+)$");
    private static final double MEBIBYTE = 1 << 20;
    private static final long BETWEEN_LOOKS = 200;

    private final ServiceProcess service;

    Heap(ServiceProcess service) {
        this.service = service;
    }

    /** MiB in use after everything was collected that can be: the histogram of a JDK's own tool collects first. */
    double live() throws IOException {
        Process told = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(service.process().pid()),
                        "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String histogram = new String(told.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher total = LIVE.matcher(histogram);
        if (!total.find()) {
            throw new IllegalStateException(histogram);
        }
        return Double.parseDouble(total.group(1)) / MEBIBYTE;
    }

    /** The most MiB seen in use, garbage included, until {@code over}; looked at through the service's own metrics. */
    CompletableFuture<Double> most(AtomicBoolean over) {
        return CompletableFuture.supplyAsync(() -> {
            double most = 0;
            while (!over.get()) {
                most = Math.max(most, used());
                try {
                    Thread.sleep(BETWEEN_LOOKS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return most;
                }
            }
            return most;
        });
    }

    static double value(CompletableFuture<Double> figure) throws InterruptedException {
        try {
            return figure.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private double used() {
        try {
            Matcher pool = USED.matcher(service.get("/q/metrics").body());
            double sum = 0;
            while (pool.find()) {
                sum += Double.parseDouble(pool.group(1));
            }
            return sum / MEBIBYTE;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }
}
