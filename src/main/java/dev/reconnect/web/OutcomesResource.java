package dev.reconnect.web;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

@Path("/v1/diagnoses/{id}/outcomes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class OutcomesResource {

    private final OutcomeDesk outcomes;
    private final Caller caller;

    OutcomesResource(OutcomeDesk outcomes, Caller caller) {
        this.outcomes = outcomes;
        this.caller = caller;
    }

    @POST
    @Operation(summary = "What worked or was confirmed; the same report counts once")
    public OutcomeView report(
            @PathParam("id") UUID id, OutcomeRequest request, @HeaderParam("Idempotency-Key") Optional<String> key) {
        return outcomes.record(id, request, key, caller.keyId());
    }

    @GET
    @Needs(Role.PORTAL)
    @Operation(summary = "What is known of the case after all reports")
    public OutcomeView get(@PathParam("id") UUID id) {
        return outcomes.view(id);
    }
}
