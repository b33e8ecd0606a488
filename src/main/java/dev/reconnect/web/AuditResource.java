package dev.reconnect.web;

import dev.reconnect.store.AuditEntry;
import dev.reconnect.store.AuditLog;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

@Path("/v1/audit")
@Produces(MediaType.APPLICATION_JSON)
@Needs(Role.PUBLISHER)
class AuditResource {

    private static final int MOST = 1_000;

    private final AuditLog audit;
    private final Clock clock;

    AuditResource(AuditLog audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "Who changed what, newest first; before is the time of the last entry of the page before")
    public List<AuditEntry> list(
            @QueryParam("before") Optional<String> before, @QueryParam("limit") @DefaultValue("100") int limit) {
        Instant end = before.map(AuditResource::time).orElse(clock.instant().plus(Duration.ofDays(1)));
        return audit.list(end, Math.max(1, Math.min(limit, MOST)));
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new ProblemException(Problem.of(
                    ProblemType.BAD_REQUEST,
                    "before must be a time such as 2026-01-31T12:00:00Z.",
                    "Leave it out for now."));
        }
    }
}
