package dev.reconnect.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.reconnect.ServiceProcess;
import dev.reconnect.bench.Load.Round;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A draft of 1,000 rules while portals call: {@code mvn -Pbench verify -Dit.test=PublishMeasurement}. The load is a steady
 * one, as in a help desk's day, so that a delay shows; callers in a tight loop would wait for each other anyway.
 */
class PublishMeasurement {

    private static final String KEY = "a-publisher-key-for-the-benchmark";
    private static final int CALLERS = 16;
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration NORMAL = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(4);
    private static final int DIFFERENT = 20_000;

    private final ObjectMapper json = new ObjectMapper();

    @TempDir
    Path data;

    @Test
    void measuresPublishingUnderLoad() throws Exception {
        Requests requests = requests();
        byte[] draft = draft();
        Results results = new Results();
        // A deadline that a busy machine meets too: how long it takes is what is measured.
        String[] settings = {"-Dreconnect.bootstrap-key=" + KEY, "-Dreconnect.drafts.deadline=" + LONGEST};
        try (ServiceProcess service = ServiceProcess.launch(ServiceProcess.JAR, data, settings)) {
            service.awaitReady();
            try (Load load = new Load(service.port(), CALLERS, PAUSE)) {
                load.run(requests, WARM_UP);
                Round normal = load.run(requests, NORMAL);
                load.begin(requests, LONGEST);
                double seconds = publish(service, draft, results);
                load.stop();
                Round during = load.await();
                results.put("publish1000Seconds", seconds);
                results.put("publish.p99MillisBefore", normal.p99Millis());
                results.put("publish.p99MillisDuring", during.p99Millis());
                results.put("publish.p99DuringOverBefore", during.p99Millis() / normal.p99Millis());
                results.put("publish.callsDuring", during.calls());
                results.put("publish.failedCalls", normal.wrong() + during.wrong());
            }
        }
        results.write();
    }

    private static Requests requests() {
        List<byte[]> bodies = new ShippedCases()
                .different(DIFFERENT).stream()
                        .map(symptoms -> ShippedCases.body(symptoms, Map.of("include", List.of("evidence", "plan"))))
                        .toList();
        return new Requests("/v1/diagnoses", "Prefer: store=no\r\n", bodies);
    }

    private byte[] draft() throws Exception {
        List<Map<String, String>> files = new ArrayList<>();
        GeneratedDraft.files().forEach((path, text) -> files.add(Map.of("path", path, "text", text)));
        return json.writeValueAsBytes(Map.of("files", files));
    }

    /** @return seconds from sending the draft until another release answers */
    private double publish(ServiceProcess service, byte[] draft, Results results) throws Exception {
        String before = active(service);
        long begun = System.nanoTime();
        JsonNode checked = post(service, "/v1/drafts", draft, 201);
        results.put("publish.checkSeconds", (System.nanoTime() - begun) / 1e9);
        if (!checked.get("publishable").asBoolean()) {
            throw new IllegalStateException(checked.get("flaws").toPrettyString());
        }
        byte[] note = json.writeValueAsBytes(Map.of("note", "benchmark"));
        post(service, "/v1/drafts/" + checked.get("id").asText() + "/publish", note, 200);
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (active(service).equals(before)) {
            throw new IllegalStateException("the draft is published but does not answer");
        }
        return seconds;
    }

    private String active(ServiceProcess service) throws Exception {
        return json.readTree(service.get("/v1/releases/active").body())
                .get("id")
                .asText();
    }

    private JsonNode post(ServiceProcess service, String path, byte[] body, int expected) throws Exception {
        HttpResponse<String> answer = service.send(HttpRequest.newBuilder(service.at(path))
                .timeout(LONGEST)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + KEY)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build());
        if (answer.statusCode() != expected) {
            throw new IllegalStateException(path + " is answered with " + answer.body());
        }
        return json.readTree(answer.body());
    }
}
