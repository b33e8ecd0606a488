package dev.reconnect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What portals send without meaning to is nowhere afterwards: not in the database, the log, the metrics, the export, an error. */
class PrivacyIT {

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
    private static final String EXPIRED = "{\"symptoms\": [{\"id\": \"host.certificate\", \"value\": \"expired\"}]";

    @TempDir
    Path data;

    private final StringBuilder errors = new StringBuilder();
    private ServiceProcess service;

    @Test
    void nothingThatNamesAnybodyIsKeptOrLogged() throws Exception {
        try (ServiceDatabase database = ServiceDatabase.start(data)) {
            Map<String, String> places = new LinkedHashMap<>();
            // At the level of debugging the log says all that it says otherwise, and more.
            try (ServiceProcess started = start(database, "-Dquarkus.log.category.\"dev.reconnect\".level=DEBUG")) {
                service = started;
                Portal portal = new Portal(service, 1);
                String kept = everywhere(portal);
                places.put("export", portalText(portal, "/v1/cases"));
                places.put("metrics", service.get("/q/metrics").body());
                places.put("drafts", portalText(portal, "/v1/drafts"));
                places.put("audit", portalText(portal, "/v1/audit"));
                assertHolds(places, "export", kept, "[address-1]");
                assertHolds(places, "metrics", "http_server_requests");
            }
            places.put("log", service.log());
            places.put("error answers", errors.toString());
            places.put("database", dump(database));
            places.put("raw database file", raw());
            assertHolds(places, "database", "-- diagnosis_text", "-- outcome", "[address-1]");
            assertHolds(places, "log", "DEBUG");
            List<String> leaks = new ArrayList<>();
            places.forEach((place, content) -> leaks.addAll(leaks(place, content)));
            assertThat(leaks).isEmpty();
        }
    }

    @Test
    void whatIsDeletedIsGoneFromTheFileOnceItIsCompacted() throws Exception {
        String note = "zebra crossing number seven";
        try (ServiceDatabase database = ServiceDatabase.start(data)) {
            try (ServiceProcess started = start(database)) {
                service = started;
                Portal portal = new Portal(service, 1);
                String one = portal.diagnose(EXPIRED + "}").path("id").asText();
                String two = portal.diagnose(EXPIRED + ", \"reference\": \"ticket 4711\"}")
                        .path("id")
                        .asText();
                for (String id : List.of(one, two)) {
                    portal.post(
                            "/v1/diagnoses/" + id + "/outcomes",
                            "{\"confirmed\": \"port-closed\", \"note\": \"" + note + "\"}");
                }
                delete(portal, "/v1/cases/" + one);
                delete(portal, "/v1/cases?reference=ticket+4711");
                assertThat(portalText(portal, "/v1/cases")).isEmpty();
            }
            assertThat(dump(database)).doesNotContain(note);
            if (!ServiceDatabase.isPostgres()) {
                try (Connection connection = database.connect()) {
                    connection.createStatement().execute("shutdown compact");
                }
                assertThat(raw()).doesNotContain(note);
            }
        }
    }

    private ServiceProcess start(ServiceDatabase database, String... more) throws IOException, InterruptedException {
        String[] settings = Stream.concat(
                        Stream.of(
                                "-Dreconnect.rules=src/test/resources/desk/rules",
                                "-Dreconnect.knowledge=src/test/resources/desk/knowledge",
                                "-Dreconnect.bootstrap-key=" + Portal.KEY),
                        Stream.of(more))
                .toArray(String[]::new);
        return ServiceProcess.start(data, database.settings(settings));
    }

    /** Plants them wherever a caller can write. */
    private String everywhere(Portal portal) throws IOException, InterruptedException {
        String id = portal.diagnose("{\"text\": " + quoted(text()) + ", \"reference\": " + quoted(PLANTED.get(11))
                        + ", \"symptoms\": [{\"id\": \"client.product\", \"value\": "
                        + quoted("tool of " + PLANTED.get(8))
                        + "}, {\"id\": \"error.code\", \"value\": " + quoted("seen at " + PLANTED.get(9)) + "}]}")
                .path("id")
                .asText();
        portal.post(
                "/v1/diagnoses/" + id + "/outcomes",
                "{\"confirmed\": \"port-closed\", \"note\": " + quoted(text()) + "}");
        String draft = portal.post(
                        "/v1/drafts",
                        "{\"files\": [{\"path\": \"rules/x/y.drl\", \"text\": \"\"}], \"note\": " + quoted(text())
                                + "}")
                .path("id")
                .asText();
        send(portal.request("/v1/drafts/" + draft + "/publish").POST(body("{\"note\": " + quoted(text()) + "}")));
        send(portal.request("/v1/priors/authored/activate").POST(body("{\"note\": " + quoted(text()) + "}")));
        send(portal.request("/v1/releases/"
                        + portal.get("/v1/releases/active").path("id").asText() + "/activate")
                .POST(body("{\"note\": " + quoted(text()) + "}")));
        for (String planted : PLANTED) {
            plant(portal, id, planted);
        }
        return id;
    }

    private static String text() {
        return "mstsc on " + PLANTED.get(2) + " (" + PLANTED.get(1) + ", " + PLANTED.get(5) + ") as " + PLANTED.get(3)
                + " password: " + PLANTED.get(4) + " mail " + PLANTED.get(0) + " mac " + PLANTED.get(6) + " sid "
                + PLANTED.get(7) + " via " + PLANTED.get(11) + " token: " + PLANTED.get(10) + " also " + PLANTED.get(8)
                + " and " + PLANTED.get(9) + " error 0x904, certificate has expired";
    }

    private void plant(Portal portal, String id, String planted) throws IOException, InterruptedException {
        String word = URLEncoder.encode(planted, StandardCharsets.UTF_8);
        String path = word.replace("+", "%20");
        for (String body : List.of(
                EXPIRED + "}",
                EXPIRED + ", \"reference\": " + quoted(planted) + "}",
                EXPIRED + ", \"maxRisk\": " + quoted(planted) + "}",
                EXPIRED + ", \"limit\": " + quoted(planted) + "}",
                EXPIRED + ", " + quoted(planted) + ": 1}",
                EXPIRED + ", \"text\": " + planted + "}",
                "{\"symptoms\": [{\"id\": " + quoted(planted) + ", \"value\": \"x\"}]}",
                "{\"symptoms\": [{\"id\": \"host.certificate\", \"value\": " + quoted(planted) + "}]}",
                "{\"symptoms\": [{\"id\": \"network.latency\", \"value\": " + quoted(planted) + "}]}")) {
            send(request("/v1/diagnoses", planted).POST(body(body)));
        }
        for (String body : List.of(
                "{\"confirmed\": " + quoted(planted) + "}",
                "{\"tried\": [{\"fix\": " + quoted(planted) + ", \"result\": \"worked\"}]}",
                "{\"tried\": [{\"fix\": \"open-rdp-port\", \"result\": " + quoted(planted) + "}]}",
                "{\"confirmed\": \"port-closed\", \"excluded\": [" + quoted(planted) + "]}")) {
            send(request("/v1/diagnoses/" + id + "/outcomes", planted).POST(body(body)));
        }
        for (String address : List.of(
                "/v1/diagnoses/" + path,
                "/v1/diagnoses/" + id + "/why-not/" + path,
                "/v1/causes/" + path,
                "/v1/symptoms/" + path,
                "/v1/codes/" + path,
                "/v1/drafts/" + path,
                "/v1/statistics/fixes?days=" + word,
                "/" + path + "/" + path,
                "/v1/releases/" + path)) {
            send(request(address, planted).GET());
            send(portal.request(address).GET());
        }
        send(portal.request("/v1/cases?reference=other+" + word).DELETE());
        send(portal.request("/v1/priors/" + path + "/activate").POST(body("{}")));
        send(portal.request("/v1/drafts")
                .POST(body("{\"files\": [{\"path\": " + quoted(planted) + ", \"text\": \"\"}], " + quoted(planted)
                        + ": 1}")));
        send(HttpRequest.newBuilder(service.at("/v1/drafts"))
                .header("Authorization", "Bearer " + planted)
                .GET());
    }

    /** With the word in every header that a caller may set. */
    private HttpRequest.Builder request(String address, String planted) {
        return HttpRequest.newBuilder(service.at(address))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", planted)
                .header("User-Agent", planted)
                .header("X-Forwarded-For", planted)
                .header("X-Forwarded-User", planted)
                .header("Referer", "https://portal.example/?user=" + planted)
                .header("Cookie", "session=" + planted)
                .header("Prefer", planted);
    }

    private void send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = service.send(request.build());
        if (answer.statusCode() >= 400) {
            errors.append(answer.request().method())
                    .append(' ')
                    .append(answer.body())
                    .append(answer.headers().map())
                    .append('\n');
        }
    }

    private void delete(Portal portal, String address) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                service.send(portal.request(address).DELETE().build());
        assertThat(answer.body()).isEqualTo("{\"deleted\":1}");
    }

    private String portalText(Portal portal, String address) throws IOException, InterruptedException {
        return service.send(portal.request(address).GET().build()).body();
    }

    private static String dump(ServiceDatabase database) throws SQLException, IOException {
        try (Connection connection = database.connect()) {
            return DatabaseDump.of(connection);
        }
    }

    /** Every byte as a character, so that nothing hides in an encoding. */
    private String raw() throws IOException {
        StringBuilder raw = new StringBuilder();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                raw.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return raw.toString();
    }

    /** Otherwise nothing would be shown by finding nothing. */
    private static void assertHolds(Map<String, String> places, String place, String... words) {
        for (String word : words) {
            assertThat(places.get(place).contains(word))
                    .as("%s holds %s", place, word)
                    .isTrue();
        }
    }

    private static List<String> leaks(String place, String content) {
        String lower = content.toLowerCase(Locale.ROOT);
        List<String> leaks = new ArrayList<>();
        for (String planted : PLANTED) {
            // An account without its domain names somebody too, and JSON doubles the backslash.
            String name = planted.substring(planted.lastIndexOf('\\') + 1).toLowerCase(Locale.ROOT);
            int at = lower.indexOf(name);
            if (at >= 0) {
                leaks.add(place + ": " + content.substring(Math.max(0, at - 150), Math.min(content.length(), at + 60)));
            }
        }
        return leaks;
    }

    private static HttpRequest.BodyPublisher body(String text) {
        return HttpRequest.BodyPublishers.ofString(text);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\") + '"';
    }
}
