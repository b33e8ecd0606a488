package dev.reconnect.web;

import dev.reconnect.knowledge.Cause;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Collection;
import org.eclipse.microprofile.openapi.annotations.Operation;

@Path("/v1/causes")
@Produces(MediaType.APPLICATION_JSON)
@OfRelease
class CausesResource {

    private final Snapshot snapshot;

    CausesResource(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    @GET
    @Operation(summary = "All causes")
    public Collection<Cause> list() {
        return snapshot.knowledge().causes().values();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One cause")
    public Cause get(@PathParam("id") String id) {
        return Found.in(snapshot.knowledge().causes(), id, "cause");
    }
}
