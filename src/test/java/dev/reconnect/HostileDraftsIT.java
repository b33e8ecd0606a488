package dev.reconnect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Drafts that mean harm, sent to the packaged service while others have connections diagnosed, fifty a second: each draft is
 * turned away by name, and nobody else notices.
 */
class HostileDraftsIT {

    private static final String KEY = "a-publisher-key-for-this-test";
    private static final Path DESK = Path.of("src/test/resources/desk");
    private static final String CLOSED = "{\"symptoms\": [{\"id\": \"network.port-reachable\", \"value\": \"no\"}]}";
    private static final Duration BETWEEN = Duration.ofMillis(20);

    private final ObjectMapper json = new ObjectMapper();

    @TempDir
    Path data;

    @Test
    void turnsAwayEveryHostileDraftByNameWhileOthersAreServed() throws Exception {
        List<String> wrong = new ArrayList<>();
        Queue<String> failures = new ConcurrentLinkedQueue<>();
        AtomicInteger answered = new AtomicInteger();
        String[] settings = {
            "-Dreconnect.rules=" + DESK.resolve("rules"),
            "-Dreconnect.knowledge=" + DESK.resolve("knowledge"),
            "-Dreconnect.bootstrap-key=" + KEY,
            "-Dreconnect.drafts.deadline=8S",
            "-Dreconnect.drafts.memory=128"
        };
        int sent = 0;
        try (ServiceProcess service = ServiceProcess.start(data, settings)) {
            String active = active(service);
            ScheduledExecutorService portals = Executors.newScheduledThreadPool(4);
            portals.scheduleAtFixedRate(
                    () -> diagnose(service, answered, failures), 0, BETWEEN.toMillis(), TimeUnit.MILLISECONDS);
            for (HostileDrafts.Hostile draft : HostileDrafts.all()) {
                refused(service, draft, wrong);
                sent++;
            }
            for (Map.Entry<String, byte[]> archive : archives().entrySet()) {
                rejected(service, archive.getKey(), "application/zip", archive.getValue(), "bad-archive", wrong);
                sent++;
            }
            for (Map.Entry<String, String> body : bodies().entrySet()) {
                String type = body.getKey().substring(body.getKey().indexOf(" => ") + 4);
                byte[] bytes = body.getValue().getBytes(StandardCharsets.UTF_8);
                rejected(service, body.getKey(), "application/json", bytes, type, wrong);
                sent++;
            }
            portals.shutdown();
            assertThat(portals.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
            assertThat(wrong).isEmpty();
            assertThat(active(service)).isEqualTo(active);
            assertThat(service.log()).doesNotContain("\tat ");
        }
        assertThat(failures).isEmpty();
        assertThat(sent).isGreaterThan(60);
        assertThat(answered.get()).isGreaterThan(sent);
    }

    private void refused(ServiceProcess service, HostileDrafts.Hostile draft, List<String> wrong) throws Exception {
        List<Map<String, String>> files = new ArrayList<>();
        draft.files().forEach((path, text) -> files.add(Map.of("path", path, "text", text)));
        HttpResponse<String> answer = send(
                service,
                "application/json",
                BodyPublishers.ofByteArray(json.writeValueAsBytes(Map.of("files", files))));
        JsonNode view = json.readTree(answer.body());
        List<String> codes = view.path("flaws").findValuesAsText("code");
        boolean named = answer.statusCode() == 201
                && Arrays.stream(draft.code().split(" or ")).anyMatch(codes::contains);
        if (!named || view.path("publishable").asBoolean() || answer.body().contains("\\tat ")) {
            wrong.add(draft.title() + ": " + answer.statusCode() + " "
                    + codes.stream().distinct().collect(Collectors.joining(" ")) + " not " + draft.code());
        }
    }

    private void rejected(
            ServiceProcess service, String title, String type, byte[] body, String problem, List<String> wrong)
            throws Exception {
        HttpResponse<String> answer = send(service, type, BodyPublishers.ofByteArray(body));
        String named = json.readTree(answer.body()).path("type").asText();
        if (answer.statusCode() < 400 || answer.statusCode() >= 500 || !named.endsWith(":" + problem)) {
            wrong.add(title + ": " + answer.statusCode() + " " + named);
        }
    }

    private static Map<String, byte[]> archives() throws IOException {
        Map<String, byte[]> archives = new LinkedHashMap<>();
        archives.put("no zip", "no zip".getBytes(StandardCharsets.UTF_8));
        archives.put("an empty zip", zip(Map.of()));
        archives.put("a zip that leads out", zip(Map.of("rules/../../etc/passwd.drl", "x")));
        archives.put("a zip from the root", zip(Map.of("/rules/x.drl", "x")));
        archives.put("a zip for Windows", zip(Map.of("rules\\..\\x.drl", "x")));
        archives.put("a zip of a drive", zip(Map.of("C:rules/x.drl", "x")));
        archives.put("a bomb", zip(Map.of("rules/a/bomb.drl", " ".repeat(8_000_000))));
        Map<String, String> many = new LinkedHashMap<>();
        for (int i = 0; i < 40; i++) {
            many.put("knowledge/x" + i + ".yaml", " ".repeat(1_000_000));
        }
        archives.put("a bomb of many parts", zip(many));
        archives.put("the same path twice", twice(zip(Map.of("rules/a/x.drl", "x", "rules/a/y.drl", "y"))));
        byte[] cut = zip(Map.of("rules/a/x.drl", "x".repeat(1_000)));
        archives.put("half a zip", Arrays.copyOf(cut, 40));
        return archives;
    }

    /** One cannot write such an archive, but one can rename an entry in it. */
    private static byte[] twice(byte[] zip) {
        String bytes = new String(zip, StandardCharsets.ISO_8859_1).replace("rules/a/y.drl", "rules/a/x.drl");
        return bytes.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] zip(Map<String, String> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static Map<String, String> bodies() {
        Map<String, String> bodies = new LinkedHashMap<>();
        bodies.put("nothing => malformed-json", "");
        bodies.put("half of it => malformed-json", "{\"files\": [");
        bodies.put("two of them => wrong-shape", "{} {}");
        bodies.put("a field twice => malformed-json", "{\"files\": [], \"files\": []}");
        bodies.put("lists in lists => wrong-shape", "{\"files\": " + "[".repeat(100_000));
        bodies.put("an unknown field => wrong-shape", "{\"filez\": []}");
        bodies.put("a number for a text => wrong-shape", "{\"files\": [{\"path\": 1, \"text\": 2}]}");
        bodies.put("a text for a list => wrong-shape", "{\"files\": \"rules\"}");
        bodies.put("a file without a text => wrong-shape", "{\"files\": [{\"path\": \"rules/a/b.drl\"}]}");
        bodies.put("nothing for a file => wrong-shape", "{\"files\": [null]}");
        bodies.put("half a character => wrong-shape", file("rules/a/b.drl", "\\ud800"));
        bodies.put("a nought => wrong-shape", file("rules/a/b.drl", "\\u0000"));
        bodies.put("a path of a thousand letters => wrong-shape", file("rules/" + "a".repeat(1_000), "x"));
        bodies.put(
                "the same file twice => wrong-shape",
                "{\"files\": [{\"path\": \"rules/a/b.drl\", \"text\": \"\"}, {\"path\": \"rules/a/b.drl\", \"text\": \"\"}]}");
        bodies.put("a note like a book => wrong-shape", "{\"files\": [], \"note\": \"" + "x".repeat(3_000) + "\"}");
        bodies.put("a base that is not active => conflict", "{\"files\": [], \"base\": \"r000000000000\"}");
        bodies.put("nine megabytes => too-large", file("rules/a/b.drl", "x".repeat(9 << 20)));
        return bodies;
    }

    private static String file(String path, String text) {
        return "{\"files\": [{\"path\": \"" + path + "\", \"text\": \"" + text + "\"}]}";
    }

    private void diagnose(ServiceProcess service, AtomicInteger answered, Queue<String> failures) {
        try {
            HttpResponse<String> answer = service.post("/v1/diagnoses", CLOSED);
            if (answer.statusCode() == 200) {
                answered.incrementAndGet();
            } else {
                failures.add(answer.body());
            }
        } catch (IOException | InterruptedException e) {
            failures.add(e.toString());
        }
    }

    private static HttpResponse<String> send(ServiceProcess service, String type, BodyPublisher body) throws Exception {
        return service.send(HttpRequest.newBuilder(service.at("/v1/drafts"))
                .timeout(Duration.ofSeconds(120))
                .header("Content-Type", type)
                .header("Authorization", "Bearer " + KEY)
                .POST(body)
                .build());
    }

    private String active(ServiceProcess service) throws Exception {
        return json.readTree(service.get("/v1/releases/active").body())
                .get("id")
                .asText();
    }
}
