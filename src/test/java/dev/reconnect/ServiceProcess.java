package dev.reconnect;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged service as a process of its own, on a port and a data folder of its own. */
public final class ServiceProcess implements AutoCloseable {

    public static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");
    private static final Duration LONGEST_START = Duration.ofSeconds(120);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Process process;
    private final int port;
    private final Path log;

    private ServiceProcess(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /** Starts a process and does not wait for it. */
    static ServiceProcess launch(Path data, String... settings) throws IOException {
        return launch(JAR, data, settings);
    }

    /**
     * Starts a process of another packaging of the service and does not wait for it.
     *
     * @param settings for the virtual machine, such as {@code -Xmx256m}, or of the service
     */
    public static ServiceProcess launch(Path jar, Path data, String... settings) throws IOException {
        int port = freePort();
        Path log = Files.createTempFile("reconnect-service", ".log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Dquarkus.http.port=" + port,
                "-Dreconnect.data=" + data));
        command.addAll(List.of(settings));
        command.addAll(List.of("-jar", jar.toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new ServiceProcess(process, port, log);
    }

    /** Starts a process and waits until it is ready. */
    static ServiceProcess start(Path data, String... settings) throws IOException, InterruptedException {
        ServiceProcess service = launch(data, settings);
        service.awaitReady();
        return service;
    }

    public int port() {
        return port;
    }

    public ProcessHandle process() {
        return process.toHandle();
    }

    public URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    public HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(at(path)).timeout(Duration.ofSeconds(60)).build());
    }

    HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(at(path))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    /**
     * What is left after a full collection.
     *
     * @param metaspace bytes
     * @param releases  how many are still held by somebody
     */
    record Memory(long metaspace, long heap, int threads, int releases) {}

    Memory memory() throws IOException, InterruptedException {
        int releases = 0;
        for (String line : jcmd("GC.class_histogram").lines().toList()) {
            String[] columns = line.strip().split("\\s+");
            if (columns.length > 3 && columns[3].equals("dev.reconnect.release.Release")) {
                releases = Integer.parseInt(columns[1]);
            }
        }
        String metrics = get("/q/metrics").body();
        return new Memory(
                (long) sum(metrics, "jvm_memory_used_bytes{area=\"nonheap\",id=\"Metaspace\""),
                (long) sum(metrics, "jvm_memory_used_bytes{area=\"heap\""),
                (int) sum(metrics, "jvm_threads_live_threads"),
                releases);
    }

    private static double sum(String metrics, String name) {
        return metrics.lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** A histogram of classes is taken after a full collection. */
    private String jcmd(String command) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(process.pid()),
                        command)
                .redirectErrorStream(true)
                .start();
        String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        jcmd.waitFor();
        return said;
    }

    /** Ends it as a power cut would, as far as a process can tell. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    int awaitEnd() throws InterruptedException {
        if (!process.waitFor(LONGEST_START.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("still running");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    public void awaitReady() throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (process.isAlive() && System.nanoTime() - end < 0) {
            try {
                if (get("/q/health/ready").statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // not listening yet
            }
            Thread.sleep(20);
        }
        close();
        throw new IllegalStateException("the service did not become ready:\n" + log());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
