package dev.reconnect.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Answers that were given before: seen from outside they are as if they were made anew. */
@QuarkusTest
class AnswerCacheTest {

    private static final String KNOWN = "{\"symptoms\": [{\"id\": \"network.latency\", \"value\": 4711}]%s}";

    @Test
    void answersTheSameSymptomsAgainUnderAnIdOfTheirOwn() {
        Response first = ask("", "");
        double hits = hits();
        Response second = ask("", "");

        assertThat(hits()).isGreaterThan(hits);
        assertThat(withoutId(second)).isEqualTo(withoutId(first));
        assertThat(second.<String>path("id")).isNotEqualTo(first.path("id"));
    }

    @Test
    void storesUnderItsIdWhatWasAnsweredWithoutBeingStored() {
        Response notStored = ask("", "store=no");
        Response stored = ask("", "");
        String address = "/v1/diagnoses/" + stored.path("id");

        assertThat(notStored.<Boolean>path("stored")).isFalse();
        assertThat(stored.<Boolean>path("stored")).isTrue();
        assertThat(given().get(address).asByteArray()).isEqualTo(stored.asByteArray());
        assertThat(given().get(address + "/reproduce").<Boolean>path("equal")).isTrue();
    }

    @Test
    void tellsApartWhatCallersAskFor() {
        assertThat(Stream.of(
                                "",
                                ", \"limit\": 1",
                                ", \"include\": []",
                                ", \"include\": [\"evidence\"]",
                                ", \"include\": [\"questions\"]",
                                ", \"maxRisk\": \"none\"")
                        .flatMap(more -> Stream.of(ask(more, "store=no"), ask(more, "store=no")))
                        .map(AnswerCacheTest::withoutId)
                        .distinct())
                .hasSizeGreaterThanOrEqualTo(5);
        assertThat(ask(", \"limit\": 1", "store=no").<Integer>path("causes.size()"))
                .isEqualTo(1);
    }

    @Test
    void repeatsAStoredAnswerForItsKeyAndNotTheLastOneOfTheSameSymptoms() {
        String key = UUID.randomUUID().toString();
        Response first = given().contentType("application/json")
                .header("Idempotency-Key", key)
                .body(KNOWN.formatted(""))
                .post("/v1/diagnoses");
        ask("", "");

        Response again = given().contentType("application/json")
                .header("Idempotency-Key", key)
                .body(KNOWN.formatted(""))
                .post("/v1/diagnoses");

        assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
    }

    private static Response ask(String more, String preference) {
        return given().contentType("application/json")
                .header("Prefer", preference)
                .body(KNOWN.formatted(more))
                .post("/v1/diagnoses");
    }

    private static String withoutId(Response answer) {
        return answer.asString().replace(answer.<String>path("id"), "");
    }

    private static double hits() {
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("cache_gets_total") && line.contains("answers") && line.contains("hit"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}
