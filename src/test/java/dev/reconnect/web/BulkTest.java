package dev.reconnect.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BulkTest {

    private static final String EXPIRED = """
            {"symptoms": [{"id": "error.code", "value": "0x904"}, {"id": "host.certificate", "value": "expired"}]}""";

    @TestHTTPResource("/v1/diagnoses/bulk")
    URI address;

    @Test
    void answersLineByLineInTheirOrder() {
        String lines = IntStream.range(0, 1_000)
                .mapToObj(i -> "{\"symptoms\": [{\"id\": \"network.latency\", \"value\": " + i + "}]}")
                .collect(Collectors.joining("\n"));

        List<JsonNode> answers = answers(lines);

        assertThat(answers)
                .extracting(answer -> answer.at("/symptoms/0/value").asText())
                .isEqualTo(IntStream.range(0, 1_000).mapToObj(String::valueOf).toList());
        assertThat(answers).extracting(answer -> answer.get("id").asText()).doesNotHaveDuplicates();
    }

    @Test
    void answersAsASingleCallDoesThatWantsEvidenceOnly() throws IOException {
        JsonNode line = answers(EXPIRED).get(0);
        JsonNode single = new ObjectMapper()
                .readTree(given().contentType("application/json")
                        .header("Prefer", "store=no")
                        .body(EXPIRED.replace("]}", "], \"include\": [\"evidence\"]}"))
                        .post("/v1/diagnoses")
                        .asByteArray());

        assertThat(without(line, "id")).isEqualTo(without(single, "id"));
        given().get("/v1/diagnoses/" + line.get("id").asText()).then().statusCode(404);
    }

    @Test
    void includesWhatTheCallOrTheLineAsksFor() {
        String few = EXPIRED.replace("]}", "], \"include\": [], \"limit\": 1}");

        List<JsonNode> answers = answers("?include=plan,evidence", EXPIRED + "\n" + few);

        assertThat(answers.get(0).at("/plan/steps")).isNotEmpty();
        assertThat(answers.get(1).has("plan")).isFalse();
        assertThat(answers.get(1).get("causes")).hasSize(1);
        assertThat(answers.get(1).at("/causes/0/evidence").isMissingNode()).isTrue();
    }

    @Test
    void answersABadLineWithItsProblemInItsPlace() {
        String lines = String.join(
                "\n",
                EXPIRED,
                "{\"symptoms\": [",
                "",
                "{\"symptom\": []}",
                "{\"symptoms\": [{\"id\": \"host.certificat\", \"value\": \"expired\"}]}",
                "{}",
                "[1]",
                "null",
                EXPIRED + EXPIRED,
                "{\"text\": \"" + "x".repeat(1 << 20) + "\"}",
                "\uFFFE\u0000",
                EXPIRED);

        List<JsonNode> answers = answers(lines);

        assertThat(answers)
                .extracting(answer -> answer.path("type").asText().replaceAll(".*:", ""))
                .containsExactly(
                        "",
                        "malformed-json",
                        "malformed-json",
                        "wrong-shape",
                        "invalid-report",
                        "empty-report",
                        "wrong-shape",
                        "malformed-json",
                        "wrong-shape",
                        "too-large",
                        "malformed-json",
                        "");
        assertThat(answers.subList(1, 11))
                .extracting(problem -> problem.get("line").asInt())
                .containsExactly(2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        assertThat(answers.get(1).get("detail").asText()).contains("(line 2, column");
        assertThat(answers.get(4).get("pointer").asText()).isEqualTo("/symptoms/0/id");
        assertThat(answers.toString()).doesNotContain("Exception", "java.", "dev.reconnect");
    }

    @Test
    void takesTheLineEndsOfEverySystem() {
        assertThat(answers(EXPIRED + "\r\n" + EXPIRED + "\r\n")).hasSize(2).allMatch(answer -> answer.has("causes"));
        assertThat(answers(EXPIRED + "\n" + EXPIRED)).hasSize(2).allMatch(answer -> answer.has("causes"));
        assertThat(answers("")).isEmpty();
    }

    @Test
    void answersALineBeforeTheNextOneIsSent() throws IOException {
        try (Caller caller = new Caller()) {
            for (int i = 0; i < 3; i++) {
                caller.send("{\"symptoms\": [{\"id\": \"network.latency\", \"value\": " + i + "}]}\n");

                assertThat(caller.nextLine()).contains("\"value\":\"" + i + "\"");
            }
        }
    }

    @Test
    void serves10CallersThatGoAwayInTheMiddleOfTheirStream() throws IOException {
        for (int i = 0; i < 10; i++) {
            try (Caller caller = new Caller()) {
                caller.send((EXPIRED + "\n").repeat(200));
                assertThat(caller.nextLine()).contains("rdp-cert-expired");
            }
        }

        // As many as may run at once, and two more: an abandoned stream must not count for ever.
        assertThat(answers(EXPIRED)).hasSize(1);
    }

    @Test
    void refusesWhatIsNoBulkCall() {
        given().contentType("application/json")
                .body(EXPIRED)
                .post("/v1/diagnoses/bulk")
                .then()
                .statusCode(415)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:reconnect:problem:unsupported-media-type"));
        given().contentType(Bulk.MEDIA_TYPE)
                .body(EXPIRED.getBytes(StandardCharsets.UTF_8))
                .post("/v1/diagnoses/bulk?include=everything")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:reconnect:problem:bad-request"));
        given().contentType(Bulk.MEDIA_TYPE)
                .header("Authorization", "Bearer nobody")
                .body(EXPIRED.getBytes(StandardCharsets.UTF_8))
                .post("/v1/diagnoses/bulk")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer realm=\"reconnect\"");
    }

    private List<JsonNode> answers(String lines) {
        return answers("", lines);
    }

    private List<JsonNode> answers(String query, String lines) {
        Response response = given().contentType(Bulk.MEDIA_TYPE)
                .body(lines.getBytes(StandardCharsets.UTF_8))
                .post("/v1/diagnoses/bulk" + query);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.contentType()).isEqualTo(Bulk.MEDIA_TYPE);
        return response.asString().lines().map(BulkTest::read).toList();
    }

    private static JsonNode read(String line) {
        try {
            return new ObjectMapper().readTree(line);
        } catch (IOException e) {
            throw new AssertionError("no JSON: " + line, e);
        }
    }

    private static List<String> without(JsonNode object, String field) {
        return object.properties().stream()
                .filter(entry -> !entry.getKey().equals(field))
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .toList();
    }

    /** Sends and reads at its own pace, as no HTTP client does. */
    private final class Caller implements AutoCloseable {

        private final Socket socket = new Socket(address.getHost(), address.getPort());
        private final OutputStream out = socket.getOutputStream();
        private final BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));

        Caller() throws IOException {
            write("POST /v1/diagnoses/bulk HTTP/1.1\r\nHost: test\r\nContent-Type: " + Bulk.MEDIA_TYPE
                    + "\r\nTransfer-Encoding: chunked\r\n\r\n");
        }

        void send(String lines) throws IOException {
            write(Integer.toHexString(lines.length()) + "\r\n" + lines + "\r\n");
        }

        /** The next answer; skips the head of the response and the lengths of its chunks. */
        String nextLine() throws IOException {
            String line = in.readLine();
            while (!line.startsWith("{")) {
                line = in.readLine();
            }
            return line;
        }

        private void write(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
