package dev.reconnect.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.reconnect.store.CaseStore;
import dev.reconnect.store.KeptDiagnosis;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

@QuarkusTest
class StatisticsTest {

    @Inject
    Tallies tallies;

    @Inject
    Shredder shredder;

    @Inject
    CaseStore cases;

    @Inject
    ReconnectConfig config;

    @Test
    void tellWhatWasDiagnosedAndWhatCameOfIt() {
        String id = diagnose("{\"symptoms\": [{\"id\": \"host.certificate\", \"value\": \"expired\"}]}");
        diagnose("{\"symptoms\": [{\"id\": \"error.code\", \"value\": \"0xabcdef\"}]}");
        report(id, "{\"tried\": [{\"fix\": \"renew-rdp-certificate\", \"result\": \"worked\", \"minutes\": 7}]}");
        report(id, "{\"confirmed\": \"rdp-cert-expired\"}");
        tallies.flush();

        author("fixes")
                .body("fix", hasItem("renew-rdp-certificate"))
                .body("find { it.fix == 'renew-rdp-certificate' }.low", greaterThanOrEqualTo(0f));
        author("causes").body("find { it.cause == 'rdp-cert-expired' }.confirmed", greaterThanOrEqualTo(1));
        author("codes").body("unknown.what", hasItem("error.code=0xabcdef"));
        author("rules")
                .body("hits.what", hasItem("rdp-cert-expired/seen-expired"))
                .body("never", not(hasItem("rdp-cert-expired/seen-expired")));
        author("calibration").body("answers", greaterThanOrEqualTo(1));
        author("drift").body("shifts.symptom", hasItem("host.certificate=expired"));
        author("minutes")
                .body("find { it.fix == 'renew-rdp-certificate' }.times", greaterThanOrEqualTo(1))
                .body("find { it.fix == 'renew-rdp-certificate' }.authored", equalTo(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fixes", "minutes", "drift", "calibration"})
    void areDrawnForEyesAndToldInWords(String what) throws Exception {
        String id = diagnose("{\"symptoms\": [{\"id\": \"host.certificate\", \"value\": \"expired\"}]}");
        report(
                id,
                "{\"tried\": [{\"fix\": \"renew-rdp-certificate\", \"result\": \"worked\", \"minutes\": 7}],"
                        + " \"confirmed\": \"rdp-cert-expired\"}");
        tallies.flush();

        String svg =
                author(what + ".svg").contentType("image/svg+xml").extract().asString();

        Document plot = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        assertThat(plot.getDocumentElement().getAttribute("role")).isEqualTo("img");
        assertThat(plot.getElementsByTagName("title").item(0).getTextContent()).isNotBlank();
        assertThat(plot.getElementsByTagName("desc").item(0).getTextContent()).matches(".*\\d.*");
        assertThat(plot.getElementsByTagName("circle").getLength()).isPositive();
        assertThat(svg).contains("prefers-color-scheme: dark");
    }

    /** What a portal may send, of which a file can spell some. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\": \"error.code\", \"value\": \"seen at the door\"}",
                "{\"id\": \"error.code\", \"value\": \"0x904/0x7\"}, {\"id\": \"error.code\", \"value\": \"2308\"}",
                "{\"id\": \"error.code\", \"value\": \"-2147023436\"}",
                "{\"id\": \"network.latency\", \"value\": \"1e3\"}",
                "{\"id\": \"network.latency\", \"value\": \"250.5f\"}",
                "{\"id\": \"network.latency\", \"value\": 1e300}",
                "{\"id\": \"network.latency\", \"value\": \"-0.00000001\"}",
                "{\"id\": \"network.latency\", \"value\": \"unknown\"}",
                "{\"id\": \"network.port-reachable\", \"value\": \"yes\"}, {\"id\": \"network.port-reachable\", \"value\": \"no\"}",
                "{\"id\": \"client.product\", \"value\": \"it's \\\"quoted\\\": # [x]\"}"
            })
    void aWrongDiagnosisOfOddValuesBecomesACaseWithoutFlaws(String odd) {
        String id = diagnose("{\"symptoms\": [{\"id\": \"host.certificate\", \"value\": \"expired\"}, " + odd + "]}");
        report(id, "{\"confirmed\": \"port-closed\"}");

        JsonPath file = caseOf(id).statusCode(200).extract().jsonPath();

        Author.send(Author.file(file.getString("path"), file.getString("text")))
                .body("flaws.findAll { it.file == '" + file.getString("path") + "' }", hasSize(0))
                .body("publishable", equalTo(true));
    }

    @Test
    void nothingButTextsBecomesNoCase() {
        String id = diagnose("{\"symptoms\": [{\"id\": \"client.product\", \"value\": \"some tool\"}]}");
        report(id, "{\"confirmed\": \"port-closed\"}");

        caseOf(id).statusCode(409);
    }

    @Test
    void aWrongDiagnosisBecomesACaseThatADraftTakes() {
        String id = diagnose("{\"symptoms\": [{\"id\": \"host.certificate\", \"value\": \"expired\"},"
                + " {\"id\": \"error.code\", \"value\": \"0x904\"}]}");
        Author.as(Author.PUBLISHER).post("/v1/diagnoses/" + id + "/case").then().statusCode(409);
        report(id, "{\"confirmed\": \"port-closed\"}");

        author("wrong").body("diagnosis", hasItem(id));
        JsonPath file = Author.as(Author.PUBLISHER)
                .post("/v1/diagnoses/" + id + "/case")
                .then()
                .statusCode(200)
                .body("path", startsWith("knowledge/cases/reachability/"))
                .extract()
                .jsonPath();
        Author.send(Author.file(file.getString("path"), file.getString("text")))
                .body("flaws.findAll { it.file == '" + file.getString("path") + "' }", hasSize(0))
                .body("publishable", equalTo(true));
    }

    @Test
    void aDeletedCaseIsTakenOutOfTheSums() {
        String id = diagnose("{\"symptoms\": [{\"id\": \"host.certificate\", \"value\": \"expired\"}]}");
        List<String> before = outcomesOnly();
        report(
                id,
                "{\"tried\": [{\"fix\": \"renew-rdp-certificate\", \"result\": \"worked\", \"minutes\": 300}],"
                        + " \"confirmed\": \"rdp-cert-expired\"}");
        assertThat(outcomesOnly()).isNotEqualTo(before);

        Author.as(Author.PUBLISHER).delete("/v1/cases/" + id).then().body("deleted", equalTo(1));

        assertThat(outcomesOnly()).isEqualTo(before);
    }

    @Test
    void casesAreDeletedWhenTheyAreOlderThanIsKept() {
        UUID old = UUID.randomUUID();
        UUID recent = UUID.randomUUID();
        keep(old, config.store().keep().plusMinutes(1));
        keep(recent, config.store().keep().minusMinutes(1));

        shredder.deleteOld();

        given().get("/v1/diagnoses/" + old).then().statusCode(404);
        given().get("/v1/diagnoses/" + recent).then().statusCode(200);
    }

    private void keep(UUID id, Duration age) {
        byte[] json = "{}".getBytes(StandardCharsets.UTF_8);
        cases.keep(new KeptDiagnosis(
                        id, Instant.now().minus(age), "r", "authored", "determined", "", 0, "", "", json, json))
                .join();
    }

    /** The sums that reports add to. */
    private static List<String> outcomesOnly() {
        return List.of(
                author("fixes").extract().asString(),
                author("minutes").extract().asString(),
                author("calibration").extract().asString(),
                author("wrong").extract().asString(),
                author("causes").extract().jsonPath().getString("was"));
    }

    private static ValidatableResponse caseOf(String id) {
        return Author.as(Author.PUBLISHER).post("/v1/diagnoses/" + id + "/case").then();
    }

    @Test
    void casesAreDeletedByIdAndByReference() {
        String one = diagnose("{\"symptoms\": [{\"id\": \"host.certificate\", \"value\": \"expired\"}]}");
        report(one, "{\"confirmed\": \"port-closed\"}");
        String reference = UUID.randomUUID().toString();
        String two =
                diagnose("{\"symptoms\": [{\"id\": \"host.certificate\", \"value\": \"expired\"}], \"reference\": \""
                        + reference + "\"}");

        Author.as(Author.PUBLISHER).delete("/v1/cases/" + one).then().body("deleted", equalTo(1));
        Author.as(Author.PUBLISHER)
                .delete("/v1/cases?reference=" + reference)
                .then()
                .body("deleted", equalTo(1));

        given().get("/v1/diagnoses/" + one).then().statusCode(404);
        given().get("/v1/diagnoses/" + two).then().statusCode(404);
        Author.as(Author.PUBLISHER).delete("/v1/cases/" + one).then().body("deleted", equalTo(0));
    }

    private static ValidatableResponse author(String what) {
        return Author.as(Author.PUBLISHER).get("/v1/statistics/" + what).then().statusCode(200);
    }

    private static String diagnose(String body) {
        return portal().body(body)
                .post("/v1/diagnoses")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
    }

    private static void report(String diagnosis, String body) {
        portal().body(body)
                .post("/v1/diagnoses/" + diagnosis + "/outcomes")
                .then()
                .statusCode(200);
    }

    private static RequestSpecification portal() {
        return given().contentType("application/json");
    }
}
