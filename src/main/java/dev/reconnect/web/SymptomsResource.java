package dev.reconnect.web;

import dev.reconnect.knowledge.SymptomDefinition;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Collection;
import org.eclipse.microprofile.openapi.annotations.Operation;

@Path("/v1/symptoms")
@Produces(MediaType.APPLICATION_JSON)
class SymptomsResource {

    private final Snapshot snapshot;
    private final Desk desk;

    SymptomsResource(Snapshot snapshot, Desk desk) {
        this.snapshot = snapshot;
        this.desk = desk;
    }

    @GET
    @OfRelease
    @Operation(summary = "All symptoms that can be reported, with their choices")
    public Collection<SymptomDefinition> list() {
        return snapshot.knowledge().symptoms().values();
    }

    @GET
    @OfRelease
    @Path("/{id}")
    @Operation(summary = "One symptom")
    public SymptomDefinition get(@PathParam("id") String id) {
        return Found.in(snapshot.knowledge().symptoms(), id, "symptom");
    }

    @POST
    @Path("/extract")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Pasted text in, symptoms with their places out; nothing is kept")
    public Extracts extract(ExtractRequest request) {
        return Extracts.of(desk.extract(request));
    }
}
