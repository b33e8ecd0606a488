package dev.reconnect.web;

import dev.reconnect.knowledge.Fix;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Collection;
import org.eclipse.microprofile.openapi.annotations.Operation;

@Path("/v1/fixes")
@Produces(MediaType.APPLICATION_JSON)
@OfRelease
class FixesResource {

    private final Snapshot snapshot;

    FixesResource(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    @GET
    @Operation(summary = "All fixes")
    public Collection<Fix> list() {
        return snapshot.knowledge().fixes().values();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One fix")
    public Fix get(@PathParam("id") String id) {
        return Found.in(snapshot.knowledge().fixes(), id, "fix");
    }
}
