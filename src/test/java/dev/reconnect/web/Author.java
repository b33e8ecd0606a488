package dev.reconnect.web;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;

/** What an author and a publisher say to the service. */
final class Author {

    /** Set as {@code reconnect.bootstrap-key} for all tests. */
    static final String PUBLISHER = "test-publisher-key-0123456789";

    static final String SEEN_GATEWAY = """
            // Nothing answers on the RDP port.
            // Source: knowledge/causes/reachability/port-closed.yaml
            package rules.reachability;

            import static dev.reconnect.fact.Evidence.confirms;
            import static dev.reconnect.fact.Evidence.rulesOut;

            import dev.reconnect.fact.Symptom;

            rule "port-closed/seen-closed"
            when
                $port : Symptom( id == "network.port-reachable", value == "no" )
            then
                insertLogical( confirms("port-closed", "reachability", "%s", $port) );
            end

            rule "port-closed/seen-open"
            when
                $port : Symptom( id == "network.port-reachable", value == "yes" )
            then
                insertLogical( rulesOut("port-closed", "reachability", "the RDP port answers", $port) );
            end
            """;

    private Author() {}

    static RequestSpecification as(String key) {
        return given().header("Authorization", "Bearer " + key).contentType("application/json");
    }

    /** A draft that says something else in one reason, and is sound. */
    static Map<String, Object> reason(String reason) {
        return file("rules/reachability/port-closed.drl", SEEN_GATEWAY.formatted(reason));
    }

    static Map<String, Object> file(String path, String text) {
        return Map.of("files", List.of(Map.of("path", path, "text", text)));
    }

    static ValidatableResponse send(Map<String, Object> draft) {
        return as(PUBLISHER).body(draft).post("/v1/drafts").then();
    }

    static ValidatableResponse publish(String draft, String note) {
        return as(PUBLISHER)
                .body(Map.of("note", note))
                .post("/v1/drafts/" + draft + "/publish")
                .then();
    }

    static ValidatableResponse activate(String release) {
        return as(PUBLISHER)
                .body("{}")
                .post("/v1/releases/" + release + "/activate")
                .then();
    }

    static String active() {
        return given().get("/v1/releases/active")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
    }
}
