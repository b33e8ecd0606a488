package dev.reconnect.web;

import dev.reconnect.release.FileDiff;
import dev.reconnect.release.Release;
import dev.reconnect.store.ReleaseStore;
import dev.reconnect.store.StoreUnavailableException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.eclipse.microprofile.openapi.annotations.Operation;

@Path("/v1/releases")
@Produces(MediaType.APPLICATION_JSON)
class ReleasesResource {

    private final ReleaseStore releases;
    private final Snapshot snapshot;

    private final ReleaseSwitch releaseSwitch;
    private final Folders folders;
    private final Caller caller;
    private final Discretion discretion;

    ReleasesResource(
            ReleaseStore releases,
            Snapshot snapshot,
            ReleaseSwitch releaseSwitch,
            Folders folders,
            Caller caller,
            Discretion discretion) {
        this.releases = releases;
        this.snapshot = snapshot;
        this.releaseSwitch = releaseSwitch;
        this.folders = folders;
        this.caller = caller;
        this.discretion = discretion;
    }

    @GET
    @Operation(summary = "All releases, newest first")
    public List<ReleaseView> list() {
        Release active = snapshot.release();
        releaseSwitch.keepFolders();
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
                    .orElse(ReleaseView.of(active))
                    .with(folders.flaws());
        } catch (StoreUnavailableException e) {
            return ReleaseView.of(active).with(folders.flaws());
        }
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One release")
    public ReleaseView get(@PathParam("id") String id) {
        releaseSwitch.keepFolders();
        return releases.find(id)
                .map(kept -> ReleaseView.of(kept, snapshot.release()))
                .orElseThrow(ReleasesResource::nothing);
    }

    @GET
    @Path("/{id}/files")
    @Operation(summary = "What a release was built from: text by path")
    public SortedMap<String, String> files(@PathParam("id") String id) {
        return textOf(id);
    }

    @GET
    @Path("/{id}/diff")
    @Operation(summary = "How the files differ from those of another release; by default from the active one")
    public DiffView diff(@PathParam("id") String id, @QueryParam("from") Optional<String> from) {
        String older = from.orElse(snapshot.release().id());
        return new DiffView(older, id, FileDiff.between(textOf(older), textOf(id)));
    }

    @POST
    @Path("/{id}/activate")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Role.PUBLISHER)
    @Operation(summary = "Lets a release that was published before answer again")
    public ReleaseView activate(@PathParam("id") String id, PublishRequest request) {
        String note = discretion.note(Optional.ofNullable(request).flatMap(PublishRequest::note));
        Release now = releaseSwitch.activate(id, caller.name(), note).orElseThrow(ReleasesResource::nothing);
        return releases.find(id).map(kept -> ReleaseView.of(kept, now)).orElse(ReleaseView.of(now));
    }

    private SortedMap<String, String> textOf(String id) {
        Release active = snapshot.release();
        if (id.equals("active") || id.equals(active.id())) {
            return active.files();
        }
        SortedMap<String, String> files = releases.files(id);
        if (files.isEmpty()) {
            throw nothing();
        }
        return files;
    }

    private static ProblemException nothing() {
        return Found.nothing("release", "GET /v1/releases lists all.");
    }
}
