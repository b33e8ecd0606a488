package dev.reconnect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What authors and publishers rely on, shown on the packaged service under load and under fire. */
class AuthoringIT {

    private static final String KEY = "a-publisher-key-for-this-test";
    private static final String PORT_CLOSED = "rules/reachability/port-closed.drl";
    private static final Path DESK = Path.of("src/test/resources/desk");
    private static final String[] SETTINGS = {
        "-Dreconnect.rules=" + DESK.resolve("rules"),
        "-Dreconnect.knowledge=" + DESK.resolve("knowledge"),
        "-Dreconnect.bootstrap-key=" + KEY
    };
    private static final String CLOSED = "{\"symptoms\": [{\"id\": \"network.port-reachable\", \"value\": \"no\"}]}";

    /** The whole run has 300: {@code -Dauthoring.publishes=300}. */
    private static final int PUBLISHES = Integer.getInteger("authoring.publishes", 40);

    private static final int KILLS = 3;

    private final ObjectMapper json = new ObjectMapper();

    @TempDir
    Path data;

    @Test
    void publishesUnderLoadWithoutAFailureAndWithoutMixingReleases() throws Exception {
        Map<String, String> reasonOf = new ConcurrentHashMap<>();
        Queue<String> wrong = new ConcurrentLinkedQueue<>();
        AtomicInteger answered = new AtomicInteger();
        try (ServiceProcess service = ServiceProcess.start(data, SETTINGS)) {
            reasonOf.put(active(service), "the RDP port does not answer");
            AtomicBoolean done = new AtomicBoolean();
            ExecutorService callers = Executors.newFixedThreadPool(3);
            List<Future<?>> running = new ArrayList<>();
            Queue<JsonNode> answers = new ConcurrentLinkedQueue<>();
            for (int i = 0; i < 3; i++) {
                running.add(callers.submit(() -> {
                    while (!done.get()) {
                        HttpResponse<String> answer = service.post("/v1/diagnoses", CLOSED);
                        if (answer.statusCode() == 200) {
                            answered.incrementAndGet();
                            answers.add(json.readTree(answer.body()));
                        } else {
                            wrong.add(answer.body());
                        }
                    }
                    return null;
                }));
            }
            ServiceProcess.Memory third = null;
            for (int i = 0; i < PUBLISHES; i++) {
                String reason = "reason number " + i;
                reasonOf.put(publish(service, draft(service, reason)), reason);
                third = i == PUBLISHES / 3 ? service.memory() : third;
            }
            ServiceProcess.Memory end = service.memory();
            done.set(true);
            for (Future<?> each : running) {
                each.get(60, TimeUnit.SECONDS);
            }
            callers.shutdown();
            System.out.println("after a third of " + PUBLISHES + " publishes: " + third + ", at the end: " + end);
            assertThat(end.metaspace()).isLessThan((long) (third.metaspace() * 1.05));
            assertThat(end.threads()).isLessThanOrEqualTo(third.threads() + 3);
            // The one that answers, the one before it for requests in flight, and what a publish has just built.
            assertThat(end.releases()).isLessThanOrEqualTo(4);
            answers.forEach(answer -> {
                String release = answer.at("/release/id").asText();
                String reason = answer.at("/causes/0/evidence/for/0/reason").asText();
                if (!reason.equals(reasonOf.get(release))) {
                    wrong.add(release + " says " + reason);
                }
            });
        }
        assertThat(wrong).isEmpty();
        assertThat(answered.get()).isGreaterThan(PUBLISHES);
        assertThat(reasonOf).hasSize(PUBLISHES + 1);
    }

    @Test
    void comesUpWholeAfterItWasKilledWhilePublishing() throws Exception {
        String reason = "the RDP port does not answer";
        for (int i = 0; i < KILLS; i++) {
            String next = "after kill " + i;
            try (ServiceProcess service = ServiceProcess.start(data, SETTINGS)) {
                assertThat(reason(service)).isIn(reason, "after kill " + (i - 1));
                reason = reason(service);
                String draft = draft(service, next);
                Thread publishing = new Thread(() -> {
                    try {
                        publish(service, draft);
                    } catch (IOException | InterruptedException | AssertionError e) {
                        // It is killed meanwhile.
                    }
                });
                publishing.start();
                TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(10, 400));
                service.kill();
                publishing.join();
            }
        }
        try (ServiceProcess service = ServiceProcess.start(data, SETTINGS)) {
            String id = active(service);
            JsonNode files =
                    json.readTree(service.get("/v1/releases/" + id + "/files").body());
            assertThat(files.size()).isEqualTo(10);
            assertThat(files.get(PORT_CLOSED).asText()).contains(reason(service));
        }
    }

    @Test
    void letsNobodyPublishTheirOwnDraftWhereFourEyesAreAskedFor() throws Exception {
        List<String> settings = new ArrayList<>(List.of(SETTINGS));
        settings.add("-Dreconnect.four-eyes=true");
        try (ServiceProcess service = ServiceProcess.start(data, settings.toArray(String[]::new))) {
            HttpResponse<String> made =
                    post(service, KEY, "/v1/keys", "{\"name\": \"a second pair\", \"role\": \"publisher\"}");
            String other = json.readTree(made.body()).get("key").asText();
            String draft = draft(service, "seen by four eyes");

            HttpResponse<String> own = post(service, KEY, "/v1/drafts/" + draft + "/publish", "{}");
            assertThat(own.statusCode()).isEqualTo(403);
            assertThat(own.body()).contains("Whoever sent a draft in may not publish it here.");
            assertThat(post(service, other, "/v1/drafts/" + draft + "/publish", "{}")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(reason(service)).isEqualTo("seen by four eyes");
        }
    }

    @Test
    void walksTheTenMinutesOfTheGuide() throws Exception {
        try (ServiceProcess service = ServiceProcess.start(data.resolve("store"), SETTINGS)) {
            String first = active(service);
            Guide guide = new Guide(data.resolve("content"), service.at("").toString());
            guide.begin(DESK, KEY);

            List<String> outputs = guide.walk();

            assertThat(outputs.get(0)).contains("0 errors");
            assertThat(outputs.get(1)).contains("mistakes tried");
            assertThat(outputs.get(2)).contains("Release r");
            assertThat(active(service)).isNotEqualTo(first);
            List<String> calls = guide.calls();
            assertThat(call(service, calls.get(0), first)).contains("\"caps-lock-on\"", "turn-caps-lock-off");
            assertThat(call(service, calls.get(1), first)).contains(first, "Caps Lock");
            assertThat(call(service, calls.get(2), first)).contains(first);
            assertThat(active(service)).isEqualTo(first);
            assertThat(service.log()).doesNotContain(KEY);
        }
    }

    private static String call(ServiceProcess service, String curl, String release) throws Exception {
        return service.send(Guide.request(
                        service, curl.replace("<release>", release).replace("<key>", KEY)))
                .body();
    }

    private String draft(ServiceProcess service, String reason) throws IOException, InterruptedException {
        String text = Files.readString(DESK.resolve(PORT_CLOSED)).replace("the RDP port does not answer", reason);
        Map<String, Object> draft = Map.of("files", List.of(Map.of("path", PORT_CLOSED, "text", text)));
        HttpResponse<String> answer = post(service, "/v1/drafts", json.writeValueAsString(draft));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json.readTree(answer.body()).get("id").asText();
    }

    private String publish(ServiceProcess service, String draft) throws IOException, InterruptedException {
        HttpResponse<String> answer = post(service, "/v1/drafts/" + draft + "/publish", "{}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body()).get("id").asText();
    }

    private static HttpResponse<String> post(ServiceProcess service, String path, String body)
            throws IOException, InterruptedException {
        return post(service, KEY, path, body);
    }

    private static HttpResponse<String> post(ServiceProcess service, String key, String path, String body)
            throws IOException, InterruptedException {
        return service.send(HttpRequest.newBuilder(service.at(path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + key)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private String active(ServiceProcess service) throws IOException, InterruptedException {
        return json.readTree(service.get("/v1/releases/active").body())
                .get("id")
                .asText();
    }

    private String reason(ServiceProcess service) throws IOException, InterruptedException {
        JsonNode answer = json.readTree(service.post("/v1/diagnoses", CLOSED).body());
        return answer.at("/causes/0/evidence/for/0/reason").asText();
    }
}
