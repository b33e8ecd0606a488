package dev.reconnect.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DiagnosesTest {

    private static final String EXPIRED = """
            {"symptoms": [{"id": "error.code", "value": "0x904"}, {"id": "host.certificate", "value": "expired"}]}""";

    @Test
    void ranksTheCauseThatTheEvidenceSpeaksFor() {
        diagnose(EXPIRED)
                .statusCode(200)
                .body("status", equalTo("determined"))
                .body("causes[0].id", equalTo("rdp-cert-expired"))
                .body("causes[0].evidence.for[0].rule", equalTo("rdp-cert-expired/seen-expired"))
                .body("causes[0].evidence.for[0].symptoms", equalTo(List.of("/symptoms/1")))
                .body("symptoms[0].source.pointer", equalTo("/symptoms/0"))
                .body("plan.steps.fix", hasItem("renew-rdp-certificate"))
                .body("release.digest", notNullValue())
                .body("stored", equalTo(true));
    }

    @Test
    void sumsToOne() throws IOException {
        JsonNode answer = new ObjectMapper()
                .readTree(portal().body(EXPIRED).post("/v1/diagnoses").asByteArray());

        double sum = answer.get("unlisted").asDouble() + answer.get("other").asDouble();
        for (JsonNode cause : answer.get("causes")) {
            sum += cause.get("probability").asDouble();
        }
        assertThat(sum).isCloseTo(1, within(1e-9));
    }

    @Test
    void readsTheAnswerBackByteForByte() {
        Response answer = portal().body(EXPIRED).post("/v1/diagnoses");
        String address = answer.header("Content-Location");

        assertThat(address).isEqualTo("/v1/diagnoses/" + answer.path("id"));
        assertThat(given().get(address).asByteArray()).isEqualTo(answer.asByteArray());
    }

    @Test
    void keepsNothingThatTheCallerDoesNotWantKept() {
        String id = portal().header("Prefer", "store=no")
                .body(EXPIRED)
                .post("/v1/diagnoses")
                .then()
                .statusCode(200)
                .header("Preference-Applied", equalTo("store=no"))
                .header("Content-Location", nullValue())
                .body("stored", equalTo(false))
                .extract()
                .path("id");

        given().get("/v1/diagnoses/" + id).then().statusCode(404);
    }

    @Test
    void answersTheLeastThatTheCallerPrefers() {
        portal().header("Prefer", "return=minimal; store=no")
                .body(EXPIRED)
                .post("/v1/diagnoses")
                .then()
                .statusCode(200)
                .header("Preference-Applied", equalTo("store=no, return=minimal"))
                .body("causes[0].id", equalTo("rdp-cert-expired"))
                .body("causes[0].explanation", nullValue())
                .body("plan", nullValue());
    }

    @Test
    void leavesOutThePartsThatTheCallerDoesNotWant() {
        diagnose("""
                {"symptoms": [{"id": "error.code", "value": "0x904"}], "include": ["evidence"]}""")
                .body("plan", nullValue())
                .body("questions", equalTo(List.of()))
                .body("causes[0].evidence", notNullValue());
    }

    @Test
    void writesTheSameDiagnosisAsANoteForATicket() {
        Response note = portal().accept("text/markdown").body(EXPIRED).post("/v1/diagnoses");

        assertThat(note.contentType()).startsWith("text/markdown");
        assertThat(note.asString())
                .startsWith("# Diagnosis: determined")
                .contains("RDP certificate expired and not renewed", "Restart-Service SessionEnv -Force");
        assertThat(given().accept("text/markdown")
                        .get(note.header("Content-Location"))
                        .asString())
                .isEqualTo(note.asString());
    }

    @Test
    void notesForTheTicketWhatWasObservedAndNotWhatTheWordsResemble() {
        String note = portal().accept("text/markdown")
                .body("{\"text\": \"The RDP certificate has expired and was not renewed, error 0x904.\"}")
                .post("/v1/diagnoses")
                .asString();

        assertThat(note).contains("- error.code: 0x904").doesNotContain("text.resembles", "text.sounds-like");
    }

    @Test
    void repeatsTheFirstAnswerForTheSameIdempotencyKey() {
        String key = UUID.randomUUID().toString();

        byte[] first = portal().header("Idempotency-Key", key)
                .body(EXPIRED)
                .post("/v1/diagnoses")
                .asByteArray();
        byte[] second = portal().header("Idempotency-Key", key)
                .body(EXPIRED)
                .post("/v1/diagnoses")
                .asByteArray();

        assertThat(second).isEqualTo(first);
        portal().header("Idempotency-Key", key)
                .body("{\"symptoms\": [{\"id\": \"error.code\", \"value\": \"0x7\"}]}")
                .post("/v1/diagnoses")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:reconnect:problem:idempotency-key-reused"));
    }

    @Test
    void readsTheTextThatCameAlong() {
        diagnose("{\"text\": \"the certificate has expired, error 0x904\"}")
                .statusCode(200)
                .body("causes[0].id", equalTo("rdp-cert-expired"))
                .body("symptoms.find { it.id == 'error.code' }.source.quote", equalTo("0x904"));
    }

    @Test
    void takesWhatWasReportedOverWhatTheTextSays() {
        diagnose("""
                {"symptoms": [{"id": "host.certificate", "value": "valid"}], "text": "certificate has expired"}""")
                .body("symptoms.findAll { it.id == 'host.certificate' }.value", equalTo(List.of("valid")))
                .body("warnings.kind", hasItem("contradiction"));
    }

    @Test
    void warnsAboutSymptomsThatContradictEachOther() {
        diagnose("""
                {"symptoms": [{"id": "host.certificate", "value": "valid"}, {"id": "host.certificate", "value": "expired"}]}""")
                .statusCode(200)
                .body("warnings[0].kind", equalTo("contradiction"))
                .body("warnings[0].symptoms", equalTo(List.of("/symptoms/0", "/symptoms/1")));
    }

    @Test
    void saysWhyACauseDoesNotStandHigher() {
        String id = portal().body("{\"symptoms\": [{\"id\": \"error.code\", \"value\": \"0x904\"}]}")
                .post("/v1/diagnoses")
                .path("id");

        given().get("/v1/diagnoses/" + id + "/why-not/rdp-cert-expired")
                .then()
                .statusCode(200)
                .body("rules.rule", hasItem("rdp-cert-expired/seen-expired"))
                .body("rules[0].conditions[0].truth", equalTo("unknown"))
                .body("smallestChange.reports[0].symptom", equalTo("host.certificate"));
        given().get("/v1/diagnoses/" + id + "/why-not/nix").then().statusCode(404);
        given().get("/v1/diagnoses/" + UUID.randomUUID() + "/why-not/port-closed")
                .then()
                .statusCode(404);
    }

    @Test
    void acceptsCodesThatNobodyKnows() {
        diagnose("""
                {"symptoms": [{"id": "error.code", "value": "0xabcdef"}, {"id": "error.code", "value": "no code at all"}]}""")
                .statusCode(200)
                .body("symptoms.value", equalTo(List.of("0xabcdef", "no code at all")))
                .body("warnings.kind", equalTo(List.of("unknown-code", "malformed-code")));
    }

    @Test
    void acceptsNumbersAsTheyAre() {
        diagnose("{\"symptoms\": [{\"id\": \"network.latency\", \"value\": 250.5}]}")
                .statusCode(200)
                .body("symptoms[0].value", equalTo("250.5"));
    }

    private static ValidatableResponse diagnose(String body) {
        return portal().body(body).post("/v1/diagnoses").then();
    }

    private static RequestSpecification portal() {
        return given().contentType("application/json");
    }
}
