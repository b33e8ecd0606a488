package dev.reconnect.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Other looks of an answer, made from its JSON, so that one that is read back from the store looks the same. */
@Singleton
class Views {

    private static final List<String> MINIMAL =
            List.of("id", "release", "priors", "status", "unlisted", "other", "stored");

    private final ObjectMapper json;

    Views(ObjectMapper json) {
        this.json = json;
    }

    /** Status and probabilities only, for {@code Prefer: return=minimal}. */
    byte[] minimal(byte[] answer) {
        JsonNode whole = read(answer);
        ObjectNode minimal = json.createObjectNode();
        MINIMAL.forEach(field -> minimal.set(field, whole.get(field)));
        ArrayNode causes = minimal.putArray("causes");
        whole.get("causes").forEach(cause -> causes.addObject()
                .put("id", cause.get("id").asText())
                .put("probability", cause.get("probability").asDouble()));
        return minimal.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A note to paste into a ticket. */
    byte[] note(byte[] answer) {
        return new TicketNote(read(answer)).text().getBytes(StandardCharsets.UTF_8);
    }

    private JsonNode read(byte[] answer) {
        try {
            return json.readTree(answer);
        } catch (IOException e) {
            throw new IllegalStateException("an answer is always JSON", e);
        }
    }
}
