package dev.reconnect.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A running service, as a publisher talks to it. */
final class Remote {

    /** The service said no. */
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final int status;

        private Refused(int status, String message) {
            super(message);
            this.status = status;
        }

        /** 1 for what the author can mend, 2 for the rest. */
        int exitCode() {
            return status == 409 || status == 422 ? 1 : 2;
        }
    }

    private static final Duration CONNECTING = Duration.ofSeconds(10);
    private static final Duration CHECKING = Duration.ofMinutes(10);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECTING).build();
    private final ObjectMapper json = new ObjectMapper();
    private final URI address;
    private final String key;

    Remote(URI address, String key) {
        this.address = address;
        this.key = key;
    }

    /** Sends all files as one draft that drops whatever they do not hold. */
    JsonNode check(SortedMap<String, String> files, String note) throws IOException, InterruptedException {
        String query = "?whole=true&note=" + URLEncoder.encode(note, StandardCharsets.UTF_8);
        return send("/v1/drafts" + query, "application/zip", zip(files), 201);
    }

    JsonNode publish(String draft, String note) throws IOException, InterruptedException {
        byte[] body = json.writeValueAsBytes(Map.of("note", note));
        return send("/v1/drafts/" + draft + "/publish", "application/json", body, 200);
    }

    private JsonNode send(String path, String type, byte[] body, int expected)
            throws IOException, InterruptedException {
        String base = address.toString().replaceAll("/+$", "");
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(CHECKING)
                .header("Content-Type", type)
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + key)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != expected) {
            throw new Refused(answer.statusCode(), answer.statusCode() + ": " + reason(answer.body()));
        }
        return json.readTree(answer.body());
    }

    private String reason(String body) {
        try {
            JsonNode problem = json.readTree(body);
            return problem.path("detail").asText() + " " + problem.path("hint").asText();
        } catch (IOException e) {
            return "this does not seem to be Reconnect";
        }
    }

    private static byte[] zip(SortedMap<String, String> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
