package dev.reconnect.web;

import dev.reconnect.knowledge.SymptomDefinition;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Collection;
import org.eclipse.microprofile.openapi.annotations.Operation;

@Path("/v1/symptoms")
@Produces(MediaType.APPLICATION_JSON)
@OfRelease
class SymptomsResource {

    private final Snapshot snapshot;

    SymptomsResource(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    @GET
    @Operation(summary = "All symptoms that can be reported, with their choices")
    public Collection<SymptomDefinition> list() {
        return snapshot.knowledge().symptoms().values();
    }
}
