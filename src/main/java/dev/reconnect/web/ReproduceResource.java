package dev.reconnect.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

@Path("/v1/diagnoses/{id}/reproduce")
@Produces(MediaType.APPLICATION_JSON)
@Needs(Role.PORTAL)
class ReproduceResource {

    private final Reproduction reproduction;

    ReproduceResource(Reproduction reproduction) {
        this.reproduction = reproduction;
    }

    @GET
    @Operation(
            summary = "Makes the diagnosis again from its release, priors and symptoms, and says whether it is equal")
    public Reproduction.View get(@PathParam("id") UUID id) {
        return reproduction.of(id);
    }
}
