package dev.reconnect.web;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

@Path("/v1/diagnoses")
@Consumes(MediaType.APPLICATION_JSON)
class DiagnosesResource {

    static final String MARKDOWN = "text/markdown";
    private static final String RETRY_SECONDS = "2";

    private final Desk desk;
    private final Views views;

    DiagnosesResource(Desk desk, Views views) {
        this.desk = desk;
        this.views = views;
    }

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Symptoms or pasted text in, diagnosis out; kept unless Prefer says store=no")
    @APIResponseSchema(Answer.class)
    public Response diagnose(
            DiagnosisRequest request,
            @HeaderParam("Prefer") List<String> prefer,
            @HeaderParam("Idempotency-Key") Optional<String> key) {
        Preferences preferences = Preferences.of(prefer);
        Answered answered = desk.diagnose(sent(request), preferences, key);
        byte[] body = preferences.minimal() ? views.minimal(answered.json()) : answered.json();
        return respond(answered, preferences, body, MediaType.APPLICATION_JSON);
    }

    @POST
    @Produces(MARKDOWN)
    @Operation(hidden = true)
    public Response diagnoseAsNote(
            DiagnosisRequest request,
            @HeaderParam("Prefer") List<String> prefer,
            @HeaderParam("Idempotency-Key") Optional<String> key) {
        Preferences preferences = Preferences.of(prefer);
        Answered answered = desk.diagnose(sent(request), preferences, key);
        return respond(answered, preferences, views.note(answered.json()), MARKDOWN + ";charset=UTF-8");
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The answer that was stored, byte for byte")
    @APIResponseSchema(Answer.class)
    public byte[] get(@PathParam("id") UUID id) {
        return desk.find(id);
    }

    @GET
    @Path("/{id}")
    @Produces(MARKDOWN)
    @Operation(hidden = true)
    public byte[] getAsNote(@PathParam("id") UUID id) {
        return views.note(desk.find(id));
    }

    private static DiagnosisRequest sent(DiagnosisRequest request) {
        if (request == null) {
            throw new ProblemException(Problem.of(
                    ProblemType.MALFORMED_JSON, "The body is empty.", "Send {\"symptoms\": [...]} as JSON."));
        }
        return request;
    }

    private static Response respond(Answered answered, Preferences preferences, byte[] body, String mediaType) {
        Response.ResponseBuilder response = Response.ok(body, mediaType);
        switch (answered.kept()) {
            case STORED -> response.header(HttpHeaders.CONTENT_LOCATION, "/v1/diagnoses/" + answered.id());
            case FAILED ->
                response.status(Response.Status.SERVICE_UNAVAILABLE).header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
            case NOT_WANTED -> {}
        }
        if (!preferences.applied().isEmpty()) {
            response.header("Preference-Applied", preferences.applied());
        }
        return response.build();
    }
}
