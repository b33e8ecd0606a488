package dev.reconnect.web;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

@Path("/v1/diagnoses/{id}/case")
@Produces(MediaType.APPLICATION_JSON)
@Needs(Role.AUTHOR)
class CaseResource {

    private final CaseFile cases;

    CaseResource(CaseFile cases) {
        this.cases = cases;
    }

    @POST
    @Operation(summary = "A case file of a diagnosis whose cause was confirmed, to send in with a draft")
    public CaseFile.View make(@PathParam("id") UUID id) {
        return cases.of(id);
    }
}
