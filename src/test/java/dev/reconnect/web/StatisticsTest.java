package dev.reconnect.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StatisticsTest {

    /** What portals send without meaning to. */
    private static final List<String> PLANTED = List.of(
            "bob.mueller@planted-one.example",
            "192.0.2.77",
            "planted-host.corp.example",
            "PLANTEDDOM\\planted.user",
            "Planted2Secret!",
            "2001:db8::dead:77",
            "00-53-00-aa-bb-77",
            "S-1-5-21-1111111111-2222222222-3333333333-7777",
            "planted.other@mail.example",
            "10.77.66.55",
            "plantedhash0123456789abcdef",
            "planted-gw.dmz.example");

    @Inject
    Tallies tallies;

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
        Author.as(Author.PUBLISHER)
                .get("/v1/statistics/calibration.svg")
                .then()
                .statusCode(200)
                .contentType("image/svg+xml")
                .body(not(equalTo("")));
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
                .body("flaws.findAll { it.severity == 'error' }.code", not(hasItem("unknown-key")))
                .body("flaws.code", not(hasItem("missing-key")))
                .body("flaws.findAll { it.file == '" + file.getString("path") + "' }.size()", greaterThanOrEqualTo(0));
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

    @Test
    void nothingThatNamesAnybodyIsKept() throws IOException {
        String text = "mstsc on " + PLANTED.get(2) + " (" + PLANTED.get(1) + ", " + PLANTED.get(5) + ") as "
                + PLANTED.get(3)
                + " password: " + PLANTED.get(4) + " mail " + PLANTED.get(0) + " mac " + PLANTED.get(6) + " sid "
                + PLANTED.get(7) + " error 0x904, certificate has expired";
        String id = diagnose("{\"text\": \"" + text.replace("\\", "\\\\") + "\", \"symptoms\": ["
                + "{\"id\": \"client.product\", \"value\": \"tool of " + PLANTED.get(8) + "\"},"
                + "{\"id\": \"error.code\", \"value\": \"seen at " + PLANTED.get(9) + "\"}], \"reference\": \""
                + PLANTED.get(11) + "\"}");
        report(
                id,
                "{\"confirmed\": \"port-closed\", \"note\": \"token: " + PLANTED.get(10) + " on " + PLANTED.get(2)
                        + "\"}");
        tallies.flush();

        String export = Author.as(Author.PUBLISHER).get("/v1/cases").asString();
        String metrics = given().get("/q/metrics").asString();
        assertThat(export).contains(id);
        StringBuilder files = new StringBuilder();
        try (Stream<Path> walk = Files.walk(config.data())) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                files.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        for (String planted : PLANTED) {
            assertThat(export.contains(planted)).as("export holds " + planted).isFalse();
            assertThat(metrics.contains(planted)).as("metrics hold " + planted).isFalse();
            assertThat(files.indexOf(planted)).as("database holds " + planted).isNegative();
        }
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
