package dev.reconnect.store;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@QuarkusTest
@TestProfile(PostgresProfile.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PostgresTest {

    private static final String EXPIRED = "{\"symptoms\": [{\"id\": \"host.certificate\", \"value\": \"expired\"}]}";

    PostgresServer server;

    @Inject
    ReleaseStore releases;

    @Test
    @Order(1)
    void keepsDiagnosesAndReadsThemBackByteForByte() {
        Response answer = portal().post("/v1/diagnoses");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(given().get(answer.header("Content-Location")).asByteArray()).isEqualTo(answer.asByteArray());
    }

    @Test
    @Order(2)
    void keepsTheFirstAnswerOfAnIdempotencyKey() {
        byte[] first =
                portal().header("Idempotency-Key", "k1").post("/v1/diagnoses").asByteArray();

        assertThat(portal().header("Idempotency-Key", "k1")
                        .post("/v1/diagnoses")
                        .asByteArray())
                .isEqualTo(first);
    }

    @Test
    @Order(3)
    void keepsTheReleaseWithItsFiles() {
        given().get("/v1/releases/active").then().statusCode(200).body("publishedAt", notNullValue());
    }

    @Test
    @Order(4)
    void learnsFromOutcomesAndTellsWhatCameOfThem() {
        String id = portal().post("/v1/diagnoses").path("id");
        given().contentType("application/json")
                .body("{\"tried\": [{\"fix\": \"renew-rdp-certificate\", \"result\": \"worked\", \"minutes\": 7}],"
                        + " \"confirmed\": \"port-closed\"}")
                .post("/v1/diagnoses/" + id + "/outcomes")
                .then()
                .statusCode(200);
        publisher()
                .post("/v1/priors/learn")
                .then()
                .statusCode(200)
                .body("[0].active", equalTo(true))
                .body("[0].id", not(equalTo("authored")));
        for (String what : List.of("fixes", "minutes", "causes", "codes", "rules", "calibration", "drift", "wrong")) {
            publisher().get("/v1/statistics/" + what).then().statusCode(200);
        }
        publisher().get("/v1/statistics/wrong").then().body("diagnosis", hasItem(id));
        publisher()
                .get("/v1/statistics/minutes")
                .then()
                .body("find { it.fix == 'renew-rdp-certificate' }.times", equalTo(1));
        given().get("/v1/diagnoses/" + id + "/reproduce").then().body("equal", equalTo(true));
        publisher().delete("/v1/cases/" + id).then().body("deleted", equalTo(1));
        publisher().get("/v1/statistics/minutes").then().body("", hasSize(0));
    }

    private static RequestSpecification publisher() {
        return given().header("Authorization", "Bearer test-publisher-key-0123456789")
                .contentType("application/json")
                .body("{}");
    }

    @Test
    @Order(5)
    void letsOneOfTwoReplicasPublishOnTheSameRelease() throws Exception {
        String base = releases.active().orElseThrow();
        ExecutorService replicas = Executors.newFixedThreadPool(8);
        List<Callable<Boolean>> publishing = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String id = "r-of-replica-" + i;
            publishing.add(() -> releases.publishOn(
                    base,
                    new KeptRelease(id, "sha256:" + id, Instant.now(), "somebody", ""),
                    new TreeMap<>(Map.of("rules/a/b.drl", id))));
        }
        List<Boolean> published = new ArrayList<>();
        for (Future<Boolean> each : replicas.invokeAll(publishing)) {
            published.add(each.get());
        }
        replicas.shutdown();

        assertThat(published).containsOnlyOnce(true);
        // A test is one request, which would go on seeing what it saw first.
        String active =
                QuarkusTransaction.requiringNew().call(() -> releases.active().orElseThrow());
        assertThat(active).isEqualTo("r-of-replica-" + published.indexOf(true));
        assertThat(releases.files(active)).containsEntry("rules/a/b.drl", active);
        assertThat(releases.list()).extracting(KeptRelease::id).containsExactlyInAnyOrder(base, active);
        assertThat(releases.activate(base, "somebody", "")).isTrue();
    }

    @Test
    @Order(6)
    void goesOnDiagnosingWhenTheDatabaseIsGone() throws IOException {
        String address = portal().post("/v1/diagnoses").header("Content-Location");

        server.goAway();

        for (int i = 0; i < 3; i++) {
            portal().post("/v1/diagnoses")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .contentType("application/json")
                    .body("stored", equalTo(false))
                    .body("causes[0].id", equalTo("rdp-cert-expired"));
        }
        portal().header("Prefer", "store=no").post("/v1/diagnoses").then().statusCode(200);
        given().get("/q/health/ready").then().statusCode(200);
        given().get("/v1/releases/active").then().statusCode(200);
        given().header("Authorization", "Bearer test-publisher-key-0123456789")
                .contentType("application/json")
                .body("{\"files\": []}")
                .post("/v1/drafts")
                .then()
                .statusCode(503)
                .body("type", equalTo("urn:reconnect:problem:store-unavailable"));
        given().get("/v1/causes").then().statusCode(200);
        given().get(address)
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:reconnect:problem:store-unavailable"));
    }

    private static RequestSpecification portal() {
        return given().contentType("application/json").body(EXPIRED);
    }
}
