package dev.reconnect.web;

import dev.reconnect.release.Release;
import dev.reconnect.store.ReleaseStore;
import dev.reconnect.store.StoreUnavailableException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

@Path("/v1/releases")
@Produces(MediaType.APPLICATION_JSON)
class ReleasesResource {

    private final ReleaseStore releases;
    private final Snapshot snapshot;

    ReleasesResource(ReleaseStore releases, Snapshot snapshot) {
        this.releases = releases;
        this.snapshot = snapshot;
    }

    @GET
    @Operation(summary = "All releases, newest first")
    public List<ReleaseView> list() {
        Release active = snapshot.release();
        return releases.list().stream()
                .map(kept -> ReleaseView.of(kept, active))
                .toList();
    }

    /** Answers without the store too: which rules speak is what an operator asks first when something is wrong. */
    @GET
    @Path("/active")
    @Operation(summary = "The release that answers")
    public ReleaseView active() {
        Release active = snapshot.release();
        try {
            return releases.find(active.id())
                    .map(kept -> ReleaseView.of(kept, active))
                    .orElse(ReleaseView.of(active));
        } catch (StoreUnavailableException e) {
            return ReleaseView.of(active);
        }
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One release")
    public ReleaseView get(@PathParam("id") String id) {
        return releases.find(id)
                .map(kept -> ReleaseView.of(kept, snapshot.release()))
                .orElseThrow(() -> Found.nothing("release", "GET /v1/releases lists all."));
    }
}
