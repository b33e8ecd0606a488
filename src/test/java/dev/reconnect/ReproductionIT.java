package dev.reconnect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Stored diagnoses are made again byte for byte, whatever happened since. On a small release in the usual build; with
 * {@code -Dreconnect.content=.} on the shipped one.
 */
class ReproductionIT {

    private static final int DIAGNOSES = 500;
    private static final String CONTENT = System.getProperty("reconnect.content", "src/test/resources/desk");

    @TempDir
    Path data;

    private final Map<String, String> answers = new LinkedHashMap<>();
    private final Set<String> releases = new TreeSet<>();
    private final Set<String> priors = new TreeSet<>();

    @Test
    void everyDiagnosisIsMadeAgainAfterPublishesNewPriorsARevertAndARestart() throws Exception {
        try (ServiceDatabase database = ServiceDatabase.start(data)) {
            String[] settings = database.settings(
                    "-Dreconnect.rules=" + CONTENT + "/rules",
                    "-Dreconnect.knowledge=" + CONTENT + "/knowledge",
                    "-Dreconnect.drafts.replay=0",
                    "-Dreconnect.learning.every=1h",
                    "-Dreconnect.bootstrap-key=" + Portal.KEY);
            String learned;
            try (ServiceProcess service = ServiceProcess.start(data, settings)) {
                Portal portal = new Portal(service, 5);
                String first = portal.get("/v1/releases/active").path("id").asText();
                diagnose(portal, service);
                portal.publish("Once");
                learned = learn(portal);
                diagnose(portal, service);
                portal.publish("Twice");
                diagnose(portal, service);
                portal.post("/v1/releases/" + first + "/activate", "{}");
                portal.post("/v1/priors/authored/activate", "{}");
                diagnose(portal, service);
                assertAllEqual(portal, service);
            }
            try (ServiceProcess service = ServiceProcess.start(data, settings)) {
                Portal portal = new Portal(service, 6);
                assertAllEqual(portal, service);
                assertThat(learn(portal)).as("another process learns the same").isEqualTo(learned);
            }
        }
        assertThat(answers).hasSize(DIAGNOSES);
        assertThat(releases).hasSize(3);
        assertThat(priors).containsExactlyInAnyOrder("authored", learned());
    }

    private String learned() {
        return priors.stream()
                .filter(version -> !version.equals("authored"))
                .findFirst()
                .orElseThrow();
    }

    private void diagnose(Portal portal, ServiceProcess service) throws IOException, InterruptedException {
        for (String report : portal.reports(DIAGNOSES / 4)) {
            JsonNode answer = portal.diagnose(report);
            String id = answer.path("id").asText();
            answers.put(id, service.get("/v1/diagnoses/" + id).body());
            releases.add(answer.at("/release/id").asText());
            priors.add(answer.path("priors").asText());
        }
    }

    /** Each call confirms the same causes for the same diagnoses, which counts once. */
    private String learn(Portal portal) throws IOException, InterruptedException {
        String cause = portal.get("/v1/causes").path(0).path("id").asText();
        for (String id : answers.keySet().stream().limit(20).toList()) {
            portal.post("/v1/diagnoses/" + id + "/outcomes", "{\"confirmed\": \"" + cause + "\"}");
        }
        return portal.post("/v1/priors/learn", "{}").path(0).path("id").asText();
    }

    private void assertAllEqual(Portal portal, ServiceProcess service) throws IOException, InterruptedException {
        for (Map.Entry<String, String> stored : answers.entrySet()) {
            assertThat(service.get("/v1/diagnoses/" + stored.getKey()).body()).isEqualTo(stored.getValue());
            JsonNode made = portal.get("/v1/diagnoses/" + stored.getKey() + "/reproduce");
            assertThat(made.path("equal").asBoolean()).as(made.toString()).isTrue();
        }
    }
}
