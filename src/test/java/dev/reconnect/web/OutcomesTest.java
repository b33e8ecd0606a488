package dev.reconnect.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OutcomesTest {

    private static final String EXPIRED = """
            {"symptoms": [{"id": "host.certificate", "value": "expired"}]}""";
    private static final String WORKED = """
            {"tried": [{"fix": "renew-rdp-certificate", "result": "worked", "minutes": 7}]}""";
    private static final String CONFIRMED = """
            {"confirmed": "port-closed"}""";

    @Inject
    PriorsKeeper priors;

    @Test
    void sharesAFixThatWorkedAmongItsCauses() {
        report(diagnose(EXPIRED), WORKED)
                .statusCode(200)
                .body("reports", equalTo(1))
                .body("causes", equalTo(Map.of("rdp-cert-expired", 1.0f)));
    }

    @Test
    void theSameReportCountsOnce() {
        String id = diagnose(EXPIRED);
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 3; i++) {
            portal().header("Idempotency-Key", key)
                    .body(WORKED)
                    .post("/v1/diagnoses/" + id + "/outcomes")
                    .then()
                    .statusCode(200)
                    .body("reports", equalTo(1));
        }
        portal().header("Idempotency-Key", key)
                .body(CONFIRMED)
                .post("/v1/diagnoses/" + id + "/outcomes")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:reconnect:problem:idempotency-key-reused"));
    }

    @Test
    void theSameReportThreeTimesTeachesOnce() {
        String id = diagnose(EXPIRED);
        String key = UUID.randomUUID().toString();
        double before = tried();
        for (int i = 0; i < 3; i++) {
            portal().header("Idempotency-Key", key)
                    .body(WORKED)
                    .post("/v1/diagnoses/" + id + "/outcomes")
                    .then()
                    .statusCode(200);
        }

        assertThat(tried()).isEqualTo(before + 1);
    }

    private static double tried() {
        Number tried = Author.as(Author.PUBLISHER)
                .get("/v1/statistics/fixes")
                .path("find { it.fix == 'renew-rdp-certificate' && it.cause == 'rdp-cert-expired' }.tried");
        return tried == null ? 0 : tried.doubleValue();
    }

    @Test
    void theSameReportCountsOnceWithoutAKeyToo() {
        String id = diagnose(EXPIRED);
        report(id, WORKED);

        report(id, WORKED).body("reports", equalTo(1));
        report(id, CONFIRMED)
                .body("reports", equalTo(2))
                .body("confirmed", equalTo("port-closed"))
                .body("causes", hasEntry("port-closed", 1.0f));
    }

    @Test
    void namesEveryPlaceThatIsWrong() {
        report(diagnose(EXPIRED), """
                {"tried": [{"fix": "renew-rdp-certificat", "result": "worked", "minutes": -1}], "confirmed": "port-close"}""")
                .statusCode(422)
                .body("type", equalTo("urn:reconnect:problem:invalid-outcome"))
                .body("errors.pointer", equalTo(List.of("/tried/0/fix", "/tried/0/minutes", "/confirmed")))
                .body("errors[0].nearest", equalTo(List.of("renew-rdp-certificate")));
        report(diagnose(EXPIRED), "{}").statusCode(422);
        report(UUID.randomUUID().toString(), WORKED).statusCode(404);
    }

    @Test
    void masksTheNote() {
        String id = diagnose(EXPIRED);

        report(id, """
                {"confirmed": "port-closed", "note": "told bob@example.org, password is Hunter2secret on 10.1.2.3"}""").statusCode(200);

        assertThat(Author.as(Author.PUBLISHER).get("/v1/cases").asString())
                .contains(id, "told [user-1]")
                .doesNotContain("bob@example.org", "Hunter2secret", "10.1.2.3");
    }

    @Test
    void aFixDidNotHoldWhenTheSameFailureComesBack() {
        String named = """
                {"symptoms": [{"id": "host.certificate", "value": "expired"}], "reference": "%s"}""".formatted(UUID.randomUUID());
        String id = diagnose(named);
        report(id, WORKED).body("tried[0].result", equalTo("worked"));
        priors.learn("test");
        given().get("/v1/diagnoses/" + id + "/outcomes").then().body("tried[0].result", equalTo("worked"));

        diagnose(named);
        priors.learn("test");
        priors.learn("test");

        given().get("/v1/diagnoses/" + id + "/outcomes")
                .then()
                .body("reports", equalTo(2))
                .body("tried", hasSize(1))
                .body("tried[0].result", equalTo("recurred"));
    }

    @Test
    void learnsAndGoesBackByteForByte() {
        publisher().post("/v1/priors/authored/activate").then().statusCode(200);
        String before = answer();
        String id = diagnose(EXPIRED);
        report(id, CONFIRMED);
        publisher().post("/v1/priors/latest/activate").then().statusCode(200);
        String version = publisher()
                .post("/v1/priors/learn")
                .then()
                .statusCode(200)
                .body("[0].active", equalTo(true))
                .extract()
                .path("[0].id");

        assertThat(answer()).contains("\"priors\":\"" + version + "\"").isNotEqualTo(before);
        Author.as(Author.PUBLISHER)
                .get("/v1/priors/" + version + "/changes")
                .then()
                .statusCode(200)
                .body("from", equalTo("authored"))
                .body("causes.subject", hasItem("port-closed"));

        publisher().post("/v1/priors/authored/activate").then().statusCode(200);
        assertThat(answer()).isEqualTo(before);
        publisher().post("/v1/priors/learn").then().body("[0].active", equalTo(false));
        assertThat(answer()).isEqualTo(before);

        given().get("/v1/diagnoses/" + id + "/reproduce").then().body("equal", equalTo(true));
    }

    @Test
    void makesEveryStoredDiagnosisAgain() {
        String plain = diagnose(EXPIRED);
        String read = diagnose("{\"text\": \"certificate has expired, 0x904\", \"include\": [\"plan\", \"evidence\"]}");
        String number = diagnose("{\"symptoms\": [{\"id\": \"network.latency\", \"value\": 250.5}], \"limit\": 1}");
        report(plain, CONFIRMED);
        priors.learn("test");

        for (String id : List.of(plain, read, number)) {
            given().get("/v1/diagnoses/" + id + "/reproduce")
                    .then()
                    .statusCode(200)
                    .body("equal", equalTo(true));
        }
    }

    @Test
    void onlyPublishersGoBack() {
        given().contentType("application/json")
                .post("/v1/priors/authored/activate")
                .then()
                .statusCode(401);
    }

    /** Without what differs from one diagnosis to the next. */
    private static String answer() {
        return portal().header("Prefer", "store=no")
                .body(EXPIRED)
                .post("/v1/diagnoses")
                .asString()
                .replaceFirst("\"id\":\"[^\"]+\"", "");
    }

    private static String diagnose(String body) {
        Response answer = portal().body(body).post("/v1/diagnoses");
        return answer.path("id");
    }

    private static ValidatableResponse report(String diagnosis, String body) {
        return portal().body(body)
                .post("/v1/diagnoses/" + diagnosis + "/outcomes")
                .then();
    }

    private static RequestSpecification publisher() {
        return Author.as(Author.PUBLISHER).body("{}");
    }

    private static RequestSpecification portal() {
        return given().contentType("application/json");
    }
}
