package dev.reconnect.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.reconnect.fact.Symptom;
import dev.reconnect.release.Release;
import dev.reconnect.rules.WhyNot;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Holds a stored case against the rules that answer now. */
@Path("/v1/diagnoses/{id}/why-not/{cause}")
@Produces(MediaType.APPLICATION_JSON)
class WhyNotResource {

    private final Desk desk;
    private final Snapshot snapshot;
    private final ObjectMapper json;

    WhyNotResource(Desk desk, Snapshot snapshot, ObjectMapper json) {
        this.desk = desk;
        this.snapshot = snapshot;
        this.json = json;
    }

    @GET
    @Operation(summary = "The rules that did not fire for a cause, and the smallest change that would bring it up")
    public WhyNot get(@PathParam("id") UUID id, @PathParam("cause") String cause) {
        Release release = snapshot.release();
        Found.in(release.knowledge().causes(), cause, "cause");
        return WhyNot.of(cause, release.index(), release.knowledge().symptoms(), symptoms(desk.find(id)));
    }

    /** Reported, read and derived ones alike, as the answer lists them. */
    private List<Symptom> symptoms(byte[] answer) {
        try {
            List<Symptom> symptoms = new ArrayList<>();
            for (JsonNode symptom : json.readTree(answer).get("symptoms")) {
                symptoms.add(new Symptom(
                        symptom.get("id").asText(),
                        symptom.get("value").asText(),
                        symptom.path("number").asDouble(Double.NaN)));
            }
            return symptoms;
        } catch (IOException e) {
            throw new IllegalStateException("an answer is always JSON", e);
        }
    }
}
