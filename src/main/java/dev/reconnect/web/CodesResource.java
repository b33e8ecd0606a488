package dev.reconnect.web;

import dev.reconnect.intake.Codes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

@Path("/v1/codes")
@Produces(MediaType.APPLICATION_JSON)
@OfRelease
class CodesResource {

    private final Snapshot snapshot;

    CodesResource(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    @GET
    @Path("/{code: .+}")
    @Operation(summary = "What an error code means, in any spelling, in every family that uses it")
    public Codes.Answer get(@PathParam("code") String code, @QueryParam("extended") @DefaultValue("") String extended) {
        Codes.Answer answer = snapshot.release().intake().codes().lookUp(code, extended);
        if (answer.meanings().isEmpty()) {
            throw new ProblemException(Problem.of(
                    ProblemType.NOT_FOUND,
                    answer.code().malformed() ? "This is in no spelling of a code." : "Nobody has listed this code.",
                    "Hex (0x904), decimal (2308), a pair (0x904/0x7) or a symbolic name can be looked up."));
        }
        return answer;
    }
}
