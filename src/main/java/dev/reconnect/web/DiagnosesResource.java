package dev.reconnect.web;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
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
    private static final MediaType NOTE = MediaType.valueOf(MARKDOWN).withCharset("UTF-8");
    private static final List<Variant> LOOKS =
            Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, NOTE).build();
    private static final Preferences NOTHING_PREFERRED = Preferences.of(List.of());

    private final Desk desk;
    private final Views views;

    DiagnosesResource(Desk desk, Views views) {
        this.desk = desk;
        this.views = views;
    }

    @POST
    @Produces({MediaType.APPLICATION_JSON, MARKDOWN})
    @Operation(summary = "Symptoms or pasted text in, diagnosis out; kept unless Prefer says store=no")
    @APIResponseSchema(Answer.class)
    public Response diagnose(
            DiagnosisRequest request,
            @HeaderParam("Prefer") List<String> prefer,
            @HeaderParam("Idempotency-Key") Optional<String> key,
            @Context Request negotiation) {
        MediaType look = look(negotiation);
        Preferences preferences = Preferences.of(prefer);
        Answered answered = desk.diagnose(request, preferences, key);
        return respond(answered, preferences)
                .entity(body(answered.json(), look, preferences))
                .type(look)
                .build();
    }

    @GET
    @Path("/{id}")
    @Produces({MediaType.APPLICATION_JSON, MARKDOWN})
    @Operation(summary = "The answer that was stored, byte for byte")
    @APIResponseSchema(Answer.class)
    public Response get(@PathParam("id") UUID id, @Context Request negotiation) {
        MediaType look = look(negotiation);
        return Response.ok(body(desk.find(id), look, NOTHING_PREFERRED), look).build();
    }

    private byte[] body(byte[] answer, MediaType look, Preferences preferences) {
        if (look.equals(NOTE)) {
            return views.note(answer);
        }
        return preferences.minimal() ? views.minimal(answer) : answer;
    }

    private static MediaType look(Request negotiation) {
        Variant variant = negotiation.selectVariant(LOOKS);
        if (variant == null) {
            throw new NotAcceptableException();
        }
        return variant.getMediaType();
    }

    private static Response.ResponseBuilder respond(Answered answered, Preferences preferences) {
        Response.ResponseBuilder response = Response.ok();
        switch (answered.kept()) {
            case STORED -> response.header(HttpHeaders.CONTENT_LOCATION, "/v1/diagnoses/" + answered.id());
            case FAILED ->
                response.status(Response.Status.SERVICE_UNAVAILABLE).header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
            case NOT_WANTED -> {}
        }
        if (!preferences.applied().isEmpty()) {
            response.header("Preference-Applied", preferences.applied());
        }
        return response;
    }
}
