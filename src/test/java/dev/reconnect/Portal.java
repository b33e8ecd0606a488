package dev.reconnect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/** Callers of a {@link ServiceProcess}: portals that report anything the vocabulary has, and a publisher. */
final class Portal {

    static final String KEY = "a-publisher-key-for-this-test";
    private static final List<String> TEXTS = List.of(
            "mstsc says 0x904, certificate has expired since yesterday",
            "black screen after login, error 0x204, the port is closed",
            "it worked last week, latency is 250 ms, now nothing");

    private final ServiceProcess service;
    private final ObjectMapper json = new ObjectMapper();
    private final Random random;

    /** @param seed the same seed on the same release reports the same */
    Portal(ServiceProcess service, long seed) {
        this.service = service;
        this.random = new Random(seed);
    }

    /** So many reports of one to six symptoms each, every seventh with a text. */
    List<String> reports(int many) throws IOException, InterruptedException {
        List<JsonNode> vocabulary = new ArrayList<>();
        get("/v1/symptoms").forEach(symptom -> {
            if (!symptom.path("derived").asBoolean()) {
                vocabulary.add(symptom);
            }
        });
        List<String> reports = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            ObjectNode report = json.createObjectNode();
            ArrayNode symptoms = report.putArray("symptoms");
            for (int left = 1 + random.nextInt(6); left > 0; left--) {
                symptom(symptoms, vocabulary.get(random.nextInt(vocabulary.size())));
            }
            if (i % 7 == 0) {
                report.put("text", TEXTS.get(random.nextInt(TEXTS.size())));
            }
            reports.add(report.toString());
        }
        return reports;
    }

    private void symptom(ArrayNode symptoms, JsonNode definition) {
        ObjectNode symptom =
                symptoms.addObject().put("id", definition.path("id").asText());
        switch (definition.path("type").asText()) {
            case "choice" -> {
                JsonNode choices = definition.path("choices");
                symptom.set(
                        "value", choices.path(random.nextInt(choices.size())).path("value"));
            }
            case "number" -> symptom.put("value", random.nextInt(2_000) / 4.0);
            case "code" -> symptom.put("value", "0x" + Integer.toHexString(1 + random.nextInt(0x1200)));
            default -> symptom.put("value", "version " + random.nextInt(20));
        }
    }

    /** @return the answer, kept under its id */
    JsonNode diagnose(String report) throws IOException, InterruptedException {
        HttpResponse<String> answer = service.post("/v1/diagnoses", report);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(report + " got " + answer.body());
        }
        return json.readTree(answer.body());
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return read(request(path).GET());
    }

    String text(String path) throws IOException, InterruptedException {
        return service.send(request(path).GET().build()).body();
    }

    JsonNode post(String path, String body) throws IOException, InterruptedException {
        return read(request(path).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(service.at(path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + KEY);
    }

    private JsonNode read(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = service.send(request.build());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(answer.uri() + " answered " + answer.body());
        }
        return json.readTree(answer.body());
    }

    /** Publishes a release that calls its first causes by other names. */
    String publish(String name) throws IOException, InterruptedException {
        JsonNode files =
                get("/v1/releases/" + get("/v1/releases/active").path("id").asText() + "/files");
        ObjectNode draft = json.createObjectNode().put("note", "other names");
        ArrayNode changed = draft.putArray("files");
        TreeMap<String, String> causes = new TreeMap<>();
        files.properties().forEach(file -> {
            if (file.getKey().startsWith("knowledge/causes/") && causes.size() < 5) {
                causes.put(file.getKey(), file.getValue().asText());
            }
        });
        causes.forEach((path, text) -> changed.addObject()
                .put("path", path)
                .put("text", text.replaceFirst("(?m)^(\\s*title: \"?)", "$1" + name + " ")));
        JsonNode checked = post("/v1/drafts", draft.toString());
        return post("/v1/drafts/" + checked.path("id").asText() + "/publish", "{\"note\": \"other names\"}")
                .path("id")
                .asText();
    }
}
