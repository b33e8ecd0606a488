package dev.reconnect.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DraftsTest {

    private static final String CLOSED = "{\"symptoms\": [{\"id\": \"network.port-reachable\", \"value\": \"no\"}]}";

    private String before;

    @BeforeEach
    void remember() {
        before = Author.active();
    }

    @AfterEach
    void comeBack() {
        Author.activate(before).statusCode(200);
    }

    @Test
    void publishesADraftThatIsSoundAndRollsItBack() {
        String draft = Author.send(Author.reason("nobody listens"))
                .statusCode(201)
                .header("Location", containsString("/v1/drafts/"))
                .body("flaws", hasSize(0))
                .body("publishable", equalTo(true))
                .body("needsReason", equalTo(false))
                .body("base.id", equalTo(before))
                .extract()
                .path("id");
        assertThat(Author.active()).isEqualTo(before);

        String release = Author.publish(draft, "clearer")
                .statusCode(200)
                .body("active", equalTo(true))
                .body("publishedBy", equalTo("bootstrap"))
                .body("note", equalTo("clearer"))
                .extract()
                .path("id");
        assertThat(release).isNotEqualTo(before);
        diagnose()
                .body("release.id", equalTo(release))
                .body("causes[0].evidence.for[0].reason", equalTo("nobody listens"));
        Author.publish(draft, "").statusCode(200).body("id", equalTo(release));

        Author.activate(before).statusCode(200).body("id", equalTo(before));
        diagnose().body("release.id", equalTo(before));
        Author.as(Author.PUBLISHER)
                .get("/v1/audit")
                .then()
                .statusCode(200)
                .body("[0].who", equalTo("bootstrap"))
                .body("[0].was", equalTo(release))
                .body("[0].becomes", equalTo(before));
    }

    @Test
    void showsFlawsAtTheirPlaceAndPublishesNothing() {
        String draft = Author.send(Author.file(
                        "rules/reachability/port-closed.drl",
                        Author.SEEN_GATEWAY
                                .formatted("x")
                                .replace(
                                        "network.port-reachable\", value == \"yes",
                                        "network.port-reachabel\", value == \"yes")))
                .statusCode(201)
                .body("publishable", equalTo(false))
                .body("flaws.findAll { it.severity == 'error' }.line", hasItem(19))
                .extract()
                .path("id");

        Author.publish(draft, "anyway").statusCode(422).body("type", equalTo("urn:reconnect:problem:draft-flawed"));
        assertThat(Author.active()).isEqualTo(before);
        Author.as(Author.PUBLISHER)
                .get("/v1/drafts/" + draft)
                .then()
                .statusCode(200)
                .body("id", equalTo(draft));
    }

    @Test
    void answersSarifToWhoeverAsksForIt() {
        Author.as(Author.PUBLISHER)
                .accept("application/sarif+json")
                .body(Author.file("rules/reachability/port-closed.drl", "rule"))
                .post("/v1/drafts")
                .then()
                .statusCode(201)
                .contentType("application/sarif+json")
                .header("Location", containsString("/v1/drafts/"))
                .body("version", equalTo("2.1.0"))
                .body(
                        "runs[0].results.locations.flatten().physicalLocation.artifactLocation.uri",
                        hasItem("rules/reachability/port-closed.drl"));
    }

    @Test
    void asksForAReasonWhenALabelledCaseGetsWorse() {
        String weaker = Author.SEEN_GATEWAY
                .formatted("the RDP port does not answer")
                .replace("Evidence.confirms", "Evidence.hintsAt")
                .replace("confirms(", "hintsAt(");
        String cases = """
                cases:
                  - name: "closed port"
                    symptoms: {network.port-reachable: "no"}
                    expect: first
                    fires: [seen-closed]
                    silent: [seen-open]
                """;
        String draft = Author.send(Map.of(
                        "files",
                        List.of(
                                Map.of("path", "rules/reachability/port-closed.drl", "text", weaker),
                                Map.of(
                                        "path",
                                        "rules/reachability/port-closed.cases.yaml",
                                        "text",
                                        cases
                                                + cases.replace("cases:\n", "")
                                                        .replace("closed port", "open port, said otherwise")
                                                        .replace("\"no\"", "\"yes\"")
                                                        .replace("first", "ruled-out")
                                                        .replace("fires: [seen-closed]", "fires: [seen-open]")
                                                        .replace("silent: [seen-open]", "silent: [seen-closed]")))))
                .statusCode(201)
                .body("flaws", hasSize(0))
                .body("needsReason", equalTo(true))
                .body("turns.findAll { it.worse }.case", hasItem(containsString("open port")))
                .extract()
                .path("id");

        Author.publish(draft, " ").statusCode(422).body("type", equalTo("urn:reconnect:problem:reason-needed"));
        Author.publish(draft, "the case was renamed").statusCode(200);
    }

    @Test
    void tellsWhichStoredDiagnosesTurn() {
        String stored = given().contentType("application/json")
                .body("{\"symptoms\": [{\"id\": \"network.port-reachable\", \"value\": \"no\"},"
                        + " {\"id\": \"client.product\", \"value\": \"turns-with-the-draft\"}]}")
                .post("/v1/diagnoses")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
        String rules = Author.SEEN_GATEWAY
                .formatted("x")
                .replace("value == \"no\" )", "value == \"no\" )\n    not Symptom( id == \"client.product\" )");

        Author.send(Author.file("rules/reachability/port-closed.drl", rules))
                .statusCode(201)
                .body("replay.cases", not(equalTo(0)))
                .body("replay.complete", equalTo(true))
                .body("turns.find { it.case == '" + stored + "' }.before", equalTo("port-closed"))
                .body("turns.find { it.case == '" + stored + "' }.after", equalTo(""))
                .body(
                        "turns.find { it.case == '" + stored + "' }.evidenceBefore.rule",
                        hasItem("port-closed/seen-closed"));
    }

    @Test
    void refusesADraftThatWasMadeFromAnotherRelease() {
        Author.send(Map.of("files", List.of(), "base", "r000000000000"))
                .statusCode(409)
                .body("pointer", equalTo("/base"));

        String stale =
                Author.send(Author.reason("stale")).statusCode(201).extract().path("id");
        String quick =
                Author.send(Author.reason("quick")).statusCode(201).extract().path("id");
        Author.publish(quick, "").statusCode(200);
        Author.publish(stale, "").statusCode(409);
    }

    @Test
    void showsWhatADraftChangesLineByLine() {
        String draft = Author.send(Author.reason("said otherwise")).extract().path("id");

        Author.as(Author.PUBLISHER)
                .get("/v1/drafts/" + draft + "/diff")
                .then()
                .statusCode(200)
                .body("from", equalTo(before))
                .body("files.path", equalTo(List.of("rules/reachability/port-closed.drl")))
                .body("files[0].change", equalTo("changed"))
                .body("files[0].hunks[0].lines.find { it.kind == 'new' }.text", containsString("said otherwise"))
                .body("files[0].hunks[0].lines.find { it.kind == 'old' }.text", containsString("does not answer"));
        given().get("/v1/releases/active/files")
                .then()
                .statusCode(200)
                .body("'rules/reachability/port-closed.drl'", containsString("does not answer"));
    }

    @Test
    void namesAFileThatCannotBeDeletedBecauseItIsNotThere() {
        Author.send(Map.of("delete", List.of("rules/reachability/port-closd.drl")))
                .statusCode(201)
                .body("publishable", equalTo(false))
                .body("flaws[0].code", equalTo("unknown-file"))
                .body("flaws[0].hint", containsString("rules/reachability/port-closed.drl"));
    }

    @Test
    void tellsWhatNoCaseReachesAndNoRuleReads() {
        Author.as(Author.PUBLISHER)
                .get("/v1/coverage")
                .then()
                .statusCode(200)
                .body("release", equalTo(before))
                .body("coverage.neverFired", hasSize(0))
                .body("coverage.unread", hasItem("network.latency"))
                .body("coverage.rules.find { it.rule == 'port-closed/seen-closed' }.fires", equalTo(2));
        Author.as(Author.PUBLISHER)
                .post("/v1/coverage/mutations")
                .then()
                .statusCode(200)
                .body("release", equalTo(before))
                .body("tried", not(equalTo(0)));
        given().get("/v1/coverage").then().statusCode(401);
    }

    @Test
    void publishesADraftOnceHoweverManyAskAtTheSameTime() throws Exception {
        String draft =
                Author.send(Author.reason("asked for many times")).extract().path("id");
        List<Callable<Integer>> asking =
                Collections.nCopies(6, () -> Author.publish(draft, "").extract().statusCode());
        ExecutorService publishers = Executors.newFixedThreadPool(asking.size());
        for (Future<Integer> each : publishers.invokeAll(asking)) {
            assertThat(each.get()).isEqualTo(200);
        }
        publishers.shutdown();

        Author.as(Author.PUBLISHER)
                .get("/v1/audit")
                .then()
                .body(
                        "findAll { it.what == 'activate-release' && it.was == '" + before + "' }.becomes",
                        hasItem(Author.active()))
                .body("[0].was", equalTo(before));
    }

    @Test
    void takesInAZip() throws IOException {
        archive(zip("rules/reachability/port-closed.drl", Author.SEEN_GATEWAY.formatted("zipped")))
                .statusCode(201)
                .body("publishable", equalTo(true))
                .body("becomes.id", not(equalTo(before)));
    }

    @Test
    void refusesAZipThatLeadsOutOfItselfOrBlowsUp() throws IOException {
        archive(zip("../rules/x.drl", "x")).statusCode(422).body("type", equalTo("urn:reconnect:problem:bad-archive"));
        archive(zip("/rules/x.drl", "x")).statusCode(422);
        archive("no zip".getBytes(StandardCharsets.UTF_8)).statusCode(422);
        archive(zip("rules/reachability/bomb.drl", " ".repeat(5_000_000))).statusCode(422);
    }

    @Test
    void letsNobodyChangeAnythingWithoutAKey() {
        given().contentType("application/json")
                .body(Author.reason("x"))
                .post("/v1/drafts")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Bearer"))
                .body("type", equalTo("urn:reconnect:problem:not-signed-in"));
        Author.as("rk_wrong").get("/v1/causes").then().statusCode(401);
        given().contentType("application/json")
                .post("/v1/releases/" + before + "/activate")
                .then()
                .statusCode(401);
    }

    @Test
    void givesEachRoleWhatItCoversAndNoMore() {
        String author = Author.as(Author.PUBLISHER)
                .body(Map.of("name", "an author", "role", "author"))
                .post("/v1/keys")
                .then()
                .statusCode(201)
                .body("key", startsWith("rk_"))
                .extract()
                .path("key");
        String draft = Author.as(author)
                .body(Author.reason("by an author"))
                .post("/v1/drafts")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Author.as(author)
                .body("{}")
                .post("/v1/drafts/" + draft + "/publish")
                .then()
                .statusCode(403);
        Author.as(author).get("/v1/keys").then().statusCode(403);
        Author.as(Author.PUBLISHER)
                .body(Map.of("name", "an author", "role", "author"))
                .post("/v1/keys")
                .then()
                .statusCode(409);

        String id = Author.as(Author.PUBLISHER)
                .get("/v1/keys")
                .then()
                .body("name", hasItems("bootstrap", "an author"))
                .body("key.findAll { it != null }", hasSize(0))
                .extract()
                .path("find { it.name == 'an author' }.id");
        Author.as(Author.PUBLISHER).delete("/v1/keys/" + id).then().statusCode(200);
        Author.as(author).body(Author.reason("x")).post("/v1/drafts").then().statusCode(401);
    }

    private static ValidatableResponse archive(byte[] zip) {
        return Author.as(Author.PUBLISHER)
                .contentType("application/zip")
                .body(zip)
                .post("/v1/drafts")
                .then();
    }

    private static byte[] zip(String path, String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(path));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static ValidatableResponse diagnose() {
        return given().contentType("application/json")
                .body(CLOSED)
                .post("/v1/diagnoses")
                .then()
                .statusCode(200);
    }
}
