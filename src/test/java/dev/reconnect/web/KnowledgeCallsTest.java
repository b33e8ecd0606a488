package dev.reconnect.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class KnowledgeCallsTest {

    @Test
    void listsTheVocabulary() {
        given().get("/v1/symptoms")
                .then()
                .statusCode(200)
                .body("id", hasItems("error.code", "host.certificate"))
                .body("find { it.id == 'host.certificate' }.choices.value", equalTo(List.of("expired", "valid")))
                .body("find { it.id == 'network.latency' }.unit", equalTo("ms"));
    }

    @Test
    void showsACauseWithItsCheckAndFixes() {
        given().get("/v1/causes/rdp-cert-expired")
                .then()
                .statusCode(200)
                .body("stage", equalTo("tls"))
                .body("frequency", equalTo("common"))
                .body("check.where", equalTo("host"))
                .body("fixes[0].fix", equalTo("renew-rdp-certificate"));
        given().get("/v1/fixes/renew-rdp-certificate")
                .then()
                .statusCode(200)
                .body("privilege", equalTo("local-admin"))
                .body("risk", equalTo("medium"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x904", "2308", "0x00000904", "0X904"})
    void looksUpACodeInAnySpelling(String code) {
        given().get("/v1/codes/" + code)
                .then()
                .statusCode(200)
                .body("code.value", equalTo("0x904"))
                .body("meanings.family", hasItems("mstsc disconnect reason", "wininet"));
    }

    @Test
    void looksUpAPairOfCodes() {
        given().queryParam("extended", "7")
                .get("/v1/codes/0x904")
                .then()
                .statusCode(200)
                .body("extended", equalTo("0x7"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/causes/nix", "/v1/fixes/nix", "/v1/symptoms/nix", "/v1/codes/0x123456", "/v1/releases/nix"})
    void answersAProblemForWhatThereIsNot(String path) {
        given().get(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:reconnect:problem:not-found"));
    }

    @Test
    void namesTheNearestIdOfOneThatThereIsNot() {
        given().get("/v1/causes/rdp-cert-expird").then().body("hint", equalTo("Did you mean \"rdp-cert-expired\"?"));
    }

    @Test
    void sparesACallerTheAnswerThatItHas() {
        String tag = given().get("/v1/causes").then().statusCode(200).extract().header("ETag");
        assertThat(tag).startsWith("\"sha256:");

        given().header("If-None-Match", tag)
                .get("/v1/causes")
                .then()
                .statusCode(304)
                .header("ETag", equalTo(tag));
        given().header("If-None-Match", "\"other\"").get("/v1/causes").then().statusCode(200);
    }

    @Test
    void tellsWhichReleaseAnswers() {
        String id = given().get("/v1/releases/active")
                .then()
                .statusCode(200)
                .body("digest", startsWith("sha256:"))
                .body("publishedBy", equalTo("files"))
                .body("counts.causes", equalTo(2))
                .extract()
                .path("id");
        given().get("/v1/releases").then().statusCode(200).body("findAll { it.active }.id", equalTo(List.of(id)));
        given().get("/v1/releases/" + id).then().statusCode(200).body("active", equalTo(true));
    }

    @Test
    void readsSymptomsOutOfATextAndKeepsNothing() {
        given().contentType("application/json")
                .body("{\"text\": \"it says error 0x904 and the certificate has expired\"}")
                .post("/v1/symptoms/extract")
                .then()
                .statusCode(200)
                .body("symptoms.id", hasItems("error.code", "host.certificate"))
                .body("symptoms.find { it.id == 'error.code' }.source.quote", equalTo("0x904"))
                .body("symptoms.find { it.id == 'error.code' }.source.start", equalTo(14));
    }

    @Test
    void isReadyOnceTheRulesAreBuilt() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks", hasSize(1))
                .body("checks[0].name", equalTo("rules"));
    }

    @Test
    void showsItsContractAndItsMetrics() {
        given().get("/q/openapi").then().statusCode(200);
        given().get("/api-docs/").then().statusCode(200);
        given().get("/q/metrics").then().statusCode(200).body(containsString("reconnect_store_waiting"));
    }

    @Test
    void setsSecurityHeadersOnEveryAnswer() {
        given().get("/v1/causes")
                .then()
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("X-Frame-Options", equalTo("DENY"));
    }
}
