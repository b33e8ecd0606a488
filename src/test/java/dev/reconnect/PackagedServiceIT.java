package dev.reconnect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only the packaged service can show: that it starts, survives being killed, and stays alone on its data. */
class PackagedServiceIT {

    private static final int DIAGNOSES = 2_000;
    private static final int CALLERS = 16;
    private static final String[] DESK = {
        "-Dreconnect.rules=src/test/resources/desk/rules", "-Dreconnect.knowledge=src/test/resources/desk/knowledge"
    };
    private static final String EXPIRED = "{\"symptoms\": [{\"id\": \"host.certificate\", \"value\": \"expired\"}]}";

    private final ObjectMapper json = new ObjectMapper();

    @TempDir
    Path data;

    @Test
    void readsEveryAcknowledgedDiagnosisBackAfterItWasKilled() throws Exception {
        Map<String, String> acknowledged = new ConcurrentHashMap<>();
        try (ServiceProcess service = ServiceProcess.start(data, DESK)) {
            ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
            AtomicInteger sent = new AtomicInteger();
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                running.add(callers.submit(() -> diagnose(service, sent, acknowledged)));
            }
            while (acknowledged.size() < DIAGNOSES / 2 && running.stream().anyMatch(caller -> !caller.isDone())) {
                Thread.sleep(5);
            }
            service.kill();
            callers.shutdown();
            assertThat(callers.awaitTermination(90, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(acknowledged).hasSizeBetween(DIAGNOSES / 2, DIAGNOSES - 1);
        assertThat(data.resolve("reconnect.mv.db")).isNotEmptyFile();

        try (ServiceProcess service = ServiceProcess.start(data, DESK)) {
            for (Map.Entry<String, String> each : acknowledged.entrySet()) {
                assertThat(service.get("/v1/diagnoses/" + each.getKey()).body()).isEqualTo(each.getValue());
            }
        }
    }

    @Test
    void saysInOneLineThatAnotherProcessUsesItsData() throws Exception {
        try (ServiceProcess first = ServiceProcess.start(data, DESK);
                ServiceProcess second = ServiceProcess.launch(data, DESK)) {
            assertThat(second.awaitEnd()).isEqualTo(1);
            assertThat(second.log().strip().lines())
                    .singleElement()
                    .asString()
                    .contains(data.toString(), "is in use by another Reconnect", "-Dreconnect.data=");
            assertThat(first.post("/v1/diagnoses", EXPIRED).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void refusesASettingThatItDoesNotKnow() throws Exception {
        try (ServiceProcess service = ServiceProcess.launch(data, "-Dreconnect.rulez=x")) {
            assertThat(service.awaitEnd()).isEqualTo(1);
            assertThat(service.log()).contains("reconnect.rulez");
        }
    }

    @Test
    void isNotReadyWhileTheRulesHaveFlaws() throws Exception {
        try (ServiceProcess service =
                ServiceProcess.launch(data, "-Dreconnect.rules=" + data.resolve("none"), DESK[1])) {
            HttpResponse<String> answer = null;
            for (int i = 0; i < 600 && answer == null; i++) {
                answer = tryToDiagnose(service);
                Thread.sleep(100);
            }
            assertThat(answer).isNotNull();
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("urn:reconnect:problem:no-release");
            assertThat(service.get("/q/health/ready").statusCode()).isEqualTo(503);
            assertThat(service.log()).contains("cannot be read");
        }
    }

    private static HttpResponse<String> tryToDiagnose(ServiceProcess service) throws InterruptedException {
        try {
            return service.post("/v1/diagnoses", EXPIRED);
        } catch (IOException e) {
            return null;
        }
    }

    private Void diagnose(ServiceProcess service, AtomicInteger sent, Map<String, String> acknowledged)
            throws InterruptedException {
        while (sent.getAndIncrement() < DIAGNOSES) {
            try {
                HttpResponse<String> answer = service.post("/v1/diagnoses", EXPIRED);
                if (answer.statusCode() == 200) {
                    acknowledged.put(json.readTree(answer.body()).get("id").asText(), answer.body());
                }
            } catch (IOException e) {
                return null;
            }
        }
        return null;
    }
}
