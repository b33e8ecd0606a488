package dev.reconnect.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was measured, in {@code target/bench/results.json}. Each measurement adds its figures to those of the others. */
final class Results {

    static final Path FOLDER = Path.of("target/bench");

    private static final Path FILE = FOLDER.resolve("results.json");
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final int DIGITS = 4;

    private final Map<String, Object> figures = new TreeMap<>();

    void put(String name, double figure) {
        figures.put(name, rounded(figure));
        System.out.println("[bench] " + name + " = " + figures.get(name));
    }

    void put(String name, double[] figures) {
        this.figures.put(name, Arrays.stream(figures).map(Results::rounded).toArray());
    }

    /** Adds these figures to the file, and what they were measured on. */
    void write() {
        try {
            Map<String, Object> all = new TreeMap<>(before());
            all.putAll(figures);
            all.put("date", LocalDate.now(ZoneOffset.UTC).toString());
            all.put("jdk", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
            all.put("machine", machine());
            Files.createDirectories(FOLDER);
            JSON.writeValue(FILE.toFile(), all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> before() throws IOException {
        return Files.exists(FILE) ? JSON.readValue(FILE.toFile(), Map.class) : Map.of();
    }

    private static String machine() {
        return Runtime.getRuntime().availableProcessors() + " × " + processor() + ", " + System.getProperty("os.name")
                + " " + System.getProperty("os.arch");
    }

    private static String processor() {
        Path told = Path.of("/proc/cpuinfo");
        try {
            List<String> lines = Files.exists(told) ? Files.readAllLines(told) : List.of();
            return lines.stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("processor");
        } catch (IOException e) {
            return "processor";
        }
    }

    static double median(double[] figures) {
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static double rounded(double figure) {
        return new java.math.BigDecimal(figure)
                .round(new java.math.MathContext(DIGITS))
                .doubleValue();
    }
}
