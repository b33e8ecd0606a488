package dev.reconnect.bench.echo;

import dev.reconnect.web.DiagnosisRequest;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Reads a report and writes it back: what a call costs in which nothing is diagnosed. */
@Path("/bench/echo")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@IfBuildProperty(name = EchoResource.ENABLED, stringValue = "true")
public class EchoResource {

    /** Tests see this class too and must not get one call more. */
    public static final String ENABLED = "bench.echo";

    @POST
    @Operation(hidden = true)
    public DiagnosisRequest echo(DiagnosisRequest request) {
        return request;
    }
}
