package dev.reconnect.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is sent: the answer is a problem, never a failure of the service, and never shows its inside. */
@QuarkusTest
class BadInputTest {

    private static final String ONE = "{\"id\": \"error.code\", \"value\": \"0x904\"}";

    static Stream<Arguments> bodies() {
        return Stream.of(
                row("no body", "", 400, "malformed-json", ""),
                row("half an object", "{\"symptoms\": [", 400, "malformed-json", ""),
                row("something behind the object", "{\"symptoms\": [" + ONE + "]} x", 400, "malformed-json", ""),
                row("two objects", "{\"symptoms\": [" + ONE + "]}{}", 400, "", ""),
                row("the same field twice", "{\"symptoms\": [], \"symptoms\": []}", 400, "", ""),
                row("an array", "[]", 400, "wrong-shape", ""),
                row("a text", "\"x\"", 400, "wrong-shape", ""),
                row("null", "null", 400, "malformed-json", ""),
                row("unknown field", "{\"symptom\": []}", 400, "wrong-shape", "/symptom"),
                row(
                        "unknown field inside",
                        "{\"symptoms\": [{\"name\": \"x\"}]}",
                        400,
                        "wrong-shape",
                        "/symptoms/0/name"),
                row("symptoms that are no list", "{\"symptoms\": {}}", 400, "wrong-shape", "/symptoms"),
                row("symptoms that are texts", "{\"symptoms\": [\"x\"]}", 400, "wrong-shape", "/symptoms/0"),
                row("a text that is a number", "{\"text\": 5}", 400, "wrong-shape", "/text"),
                row(
                        "a limit that is a text",
                        "{\"symptoms\": [" + ONE + "], \"limit\": \"5\"}",
                        400,
                        "wrong-shape",
                        "/limit"),
                row(
                        "a limit that is too large",
                        "{\"symptoms\": [" + ONE + "], \"limit\": 5000}",
                        422,
                        "invalid-report",
                        "/limit"),
                row("a limit beyond numbers", "{\"limit\": 1e999}", 400, "", "/limit"),
                row("a risk that there is not", "{\"maxRisk\": \"huge\"}", 400, "wrong-shape", "/maxRisk"),
                row("a part that there is not", "{\"include\": [\"all\"]}", 400, "wrong-shape", "/include/0"),
                row("null as symptom", "{\"symptoms\": [null]}", 422, "invalid-report", "/symptoms/0"),
                row(
                        "no value",
                        "{\"symptoms\": [{\"id\": \"error.code\"}]}",
                        422,
                        "invalid-report",
                        "/symptoms/0/value"),
                row(
                        "an object as value",
                        symptom("error.code", "{\"a\": 1}"),
                        422,
                        "invalid-report",
                        "/symptoms/0/value"),
                row("truth as value", symptom("host.certificate", "true"), 422, "invalid-report", "/symptoms/0/value"),
                row("unknown symptom", symptom("host.certificat", "\"x\""), 422, "invalid-report", "/symptoms/0/id"),
                row(
                        "unknown value",
                        symptom("host.certificate", "\"expird\""),
                        422,
                        "invalid-report",
                        "/symptoms/0/value"),
                row("no number", symptom("network.latency", "\"slow\""), 422, "invalid-report", "/symptoms/0/value"),
                row("infinity", symptom("network.latency", "\"Infinity\""), 422, "invalid-report", "/symptoms/0/value"),
                row(
                        "a long value",
                        symptom("error.code", '"' + "9".repeat(201) + '"'),
                        422,
                        "invalid-report",
                        "/symptoms/0/value"),
                row(
                        "half a character",
                        symptom("error.code", "\"\\ud800\""),
                        422,
                        "invalid-report",
                        "/symptoms/0/value"),
                row("half a character in the text", "{\"text\": \"\\udc00\"}", 422, "invalid-report", "/text"),
                row("empty report", "{}", 422, "empty-report", "/symptoms"),
                row("blank text", "{\"text\": \"  \"}", 422, "empty-report", "/symptoms"),
                row(
                        "10,000 symptoms",
                        "{\"symptoms\": [" + String.join(",", Collections.nCopies(10_000, ONE)) + "]}",
                        422,
                        "invalid-report",
                        "/symptoms/200"),
                row("deep nesting", "[".repeat(100_000), 400, "", ""),
                row(
                        "deep nesting in a value",
                        symptom("error.code", "[".repeat(50_000) + "]".repeat(50_000)),
                        400,
                        "",
                        ""),
                row("a long number", symptom("network.latency", "1" + "0".repeat(5_000)), 400, "", ""),
                row("10 MB", " ".repeat(10_000_000), 413, "too-large", ""),
                row("1 MiB", " ".repeat(1 << 20), 413, "too-large", ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void isAnsweredWithItsProblem(String name, String body, int status, String type, String pointer) {
        Response answer = given().contentType("application/json").body(body).post("/v1/diagnoses");

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertIsProblem(answer);
        if (!type.isEmpty()) {
            assertThat(answer.<String>path("type")).isEqualTo("urn:reconnect:problem:" + type);
        }
        if (!pointer.isEmpty()) {
            assertThat(answer.<String>path("pointer")).isEqualTo(pointer);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void isAProblemForRandomBytes(int seed) {
        byte[] bytes = new byte[100];
        new Random(seed).nextBytes(bytes);

        assertIsProblem(given().contentType("application/json").body(bytes).post("/v1/diagnoses"));
    }

    static IntStream seeds() {
        return IntStream.range(0, 50);
    }

    @Test
    void namesThePlaceOfASyntaxError() {
        given().contentType("application/json")
                .body("{\"symptoms\": [\n  {\"id\": }]}")
                .post("/v1/diagnoses")
                .then()
                .statusCode(400)
                .body("detail", containsString("line 2, column 10"));
    }

    @Test
    void namesEveryOffendingPlaceWithTheNearestKnownWord() {
        given().contentType("application/json")
                .body("""
                        {"symptoms": [{"id": "error.cod", "value": "0x904"}, {"id": "host.certificate", "value": "expird"}]}""")
                .post("/v1/diagnoses")
                .then()
                .statusCode(422)
                .body("errors.pointer", equalTo(List.of("/symptoms/0/id", "/symptoms/1/value")))
                .body("errors[0].nearest", hasItem("error.code"))
                .body("errors[1].nearest", hasItem("expired"));
    }

    @Test
    void offersQuestionsToBeginWithForAnEmptyReport() {
        given().contentType("application/json")
                .body("{\"symptoms\": []}")
                .post("/v1/diagnoses")
                .then()
                .statusCode(422)
                .body("questions", hasSize(2))
                .body("questions[0].text", notNullValue());
    }

    @Test
    void refusesMediaTypesAndMethodsThatItDoesNotKnow() {
        assertProblem(given().contentType("text/plain").body("x").post("/v1/diagnoses"), 415);
        assertProblem(
                given().contentType("text/plain").body(" ".repeat(10_000_000)).post("/v1/diagnoses"), 413);
        assertProblem(given().contentType("application/json").body("{}").put("/v1/diagnoses"), 405);
        assertProblem(given().accept("image/png").get("/v1/causes"), 406);
        assertProblem(
                given().accept("image/png")
                        .contentType("application/json")
                        .body("{\"symptoms\": [" + ONE + "]}")
                        .post("/v1/diagnoses"),
                406);
        assertProblem(given().get("/v1/nothing"), 404);
        assertProblem(given().accept("text/html").get("/nothing"), 404);
        assertProblem(given().get("/v1/diagnoses/no-uuid"), 404);
    }

    private static void assertProblem(Response answer, int status) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertIsProblem(answer);
    }

    private static void assertIsProblem(Response answer) {
        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(answer.<Integer>path("status")).isEqualTo(answer.statusCode());
        assertThat(answer.<String>path("title")).isNotBlank();
        assertThat(answer.<String>path("hint")).isNotBlank();
        assertThat(new String(answer.asByteArray(), StandardCharsets.UTF_8))
                .doesNotContain("Exception", "java.", "dev.reconnect", "\tat ");
    }

    private static String symptom(String id, String value) {
        return "{\"symptoms\": [{\"id\": \"" + id + "\", \"value\": " + value + "}]}";
    }

    private static Arguments row(String name, String body, int status, String type, String pointer) {
        return Arguments.of(name, body, status, type, pointer);
    }
}
