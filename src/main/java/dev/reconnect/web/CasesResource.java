package dev.reconnect.web;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** All that is kept about cases: to take out, and to delete. */
@Path("/v1/cases")
@Produces(MediaType.APPLICATION_JSON)
@Needs(Role.PUBLISHER)
class CasesResource {

    static final String NDJSON = "application/x-ndjson";

    /** @param deleted how many cases */
    public record Deleted(int deleted) {}

    private final Shredder shredder;
    private final Export export;
    private final Caller caller;

    CasesResource(Shredder shredder, Export export, Caller caller) {
        this.shredder = shredder;
        this.export = export;
        this.caller = caller;
    }

    @GET
    @Produces(NDJSON)
    @Operation(summary = "Every case with its diagnosis and its outcomes, a line of JSON each, newest first")
    public StreamingOutput export() {
        return export::write;
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Deletes a case for good, and takes back what it taught")
    public Deleted delete(@PathParam("id") UUID id) {
        return new Deleted(shredder.delete(id, caller.name()));
    }

    @DELETE
    @Operation(summary = "Deletes every case that a portal gave this reference")
    public Deleted deleteNamed(@QueryParam("reference") Optional<String> reference) {
        String name = reference
                .filter(given -> !given.isBlank())
                .orElseThrow(() -> new ProblemException(Problem.of(
                        ProblemType.BAD_REQUEST, "There is no reference.", "Add ?reference=<the portal's own name>.")));
        return new Deleted(shredder.deleteNamed(name, caller.name()));
    }
}
