package dev.reconnect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What somebody sees who writes rules in the folders of a packaged service and does not publish. */
@Timeout(300)
class FoldersIT {

    private static final Path DESK = Path.of("src/test/resources/desk");
    private static final String SAID = "the RDP port does not answer";
    private static final String CLOSED = "{\"symptoms\": [{\"id\": \"network.port-reachable\", \"value\": \"no\"}]}";

    private final ObjectMapper json = new ObjectMapper();

    @TempDir
    Path temp;

    private Path rules;

    @BeforeEach
    void copyTheDesk() throws IOException {
        try (Stream<Path> files = Files.walk(DESK)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = temp.resolve(DESK.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        rules = temp.resolve("rules/reachability/port-closed.drl");
    }

    private ServiceProcess launch(String... more) throws IOException {
        String[] settings = Stream.concat(
                        Stream.of(
                                "-Dreconnect.rules=" + temp.resolve("rules"),
                                "-Dreconnect.knowledge=" + temp.resolve("knowledge")),
                        Stream.of(more))
                .toArray(String[]::new);
        return ServiceProcess.launch(temp.resolve("data"), settings);
    }

    @Test
    void aSavedFileAnswersByItselfAndABadOneIsReportedWhileTheLastGoodOneServes() throws Exception {
        try (ServiceProcess service = launch("-Dreconnect.watch=true")) {
            String first = await(service, "/v1/releases/active", view -> view.has("id"))
                    .get("id")
                    .asText();

            replace(SAID, "saved just now");
            JsonNode second = await(service, "/v1/releases/active", view -> !view.path("id")
                    .asText()
                    .equals(first));
            assertThat(reason(service)).isEqualTo("saved just now");

            replace("network.port-reachable\", value == \"no", "network.port-reachabel\", value == \"no");
            JsonNode flawed = await(service, "/v1/releases/active", view -> view.has("folderFlaws"));
            assertThat(flawed.get("id")).isEqualTo(second.get("id"));
            assertThat(flawed.at("/folderFlaws").findValuesAsText("code")).contains("unknown-symptom");
            assertThat(reason(service)).isEqualTo("saved just now");
            assertThat(service.log()).contains("Did you mean \"network.port-reachable\"?");

            replace("network.port-reachabel", "network.port-reachable");
            await(service, "/v1/releases/active", view -> view.has("id") && !view.has("folderFlaws"));
        }
    }

    @Test
    void aFirstStartWithErrorsIsNotReadyUntilTheyAreMendedAndALaterOneFallsBack() throws Exception {
        replace("\"port-closed\", \"reachability\"", "\"port-closd\", \"reachability\"");
        try (ServiceProcess service = launch()) {
            JsonNode health = await(service, "/q/health/ready", view -> view.has("checks"));
            assertThat(health.path("status").asText()).isEqualTo("DOWN");
            assertThat(health.toString()).contains("port-closed.drl:14:29", "Did you mean");
            assertThat(service.post("/v1/diagnoses", CLOSED).statusCode()).isEqualTo(503);

            replace("port-closd", "port-closed");
            await(service, "/v1/releases/active", view -> view.has("id"));
            assertThat(reason(service)).isEqualTo(SAID);
        }
        replace("insertLogical", "insert");
        try (ServiceProcess service = launch()) {
            JsonNode active = await(service, "/v1/releases/active", view -> view.has("id"));
            assertThat(active.has("folderFlaws")).isTrue();
            assertThat(reason(service)).isEqualTo(SAID);
        }
    }

    private void replace(String passage, String by) throws IOException {
        String text = Files.readString(rules);
        assertThat(text).contains(passage);
        Files.writeString(rules, text.replace(passage, by));
    }

    private String reason(ServiceProcess service) throws IOException, InterruptedException {
        JsonNode answer = json.readTree(service.post("/v1/diagnoses", CLOSED).body());
        return answer.at("/causes/0/evidence/for/0/reason").asText();
    }

    /** Asks until the answer is as wished, or the time of the test is over. */
    private JsonNode await(ServiceProcess service, String path, Predicate<JsonNode> wished)
            throws IOException, InterruptedException {
        while (true) {
            try {
                JsonNode view = json.readTree(service.get(path).body());
                if (wished.test(view)) {
                    return view;
                }
            } catch (IOException e) {
                // not listening yet
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }
}
