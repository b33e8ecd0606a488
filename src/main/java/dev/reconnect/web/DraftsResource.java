package dev.reconnect.web;

import dev.reconnect.cli.FlawFormats;
import dev.reconnect.release.ActiveRelease;
import dev.reconnect.release.Draft;
import dev.reconnect.release.FileDiff;
import dev.reconnect.store.DraftStore;
import dev.reconnect.store.KeptDraft;
import dev.reconnect.store.ReleaseStore;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

@Path("/v1/drafts")
@Needs(Role.AUTHOR)
class DraftsResource {

    static final String SARIF = "application/sarif+json";
    private static final String ZIP = "application/zip";
    private static final List<Variant> LOOKS = Variant.mediaTypes(
                    MediaType.APPLICATION_JSON_TYPE, MediaType.valueOf(SARIF))
            .build();
    private static final int LISTED = 100;

    private final DraftDesk desk;
    private final DraftStore drafts;
    private final Publishing publishing;
    private final ReleaseStore releases;
    private final ActiveRelease active;
    private final Caller caller;
    private final Discretion discretion;

    DraftsResource(
            DraftDesk desk,
            DraftStore drafts,
            Publishing publishing,
            ReleaseStore releases,
            ActiveRelease active,
            Caller caller,
            Discretion discretion) {
        this.desk = desk;
        this.drafts = drafts;
        this.publishing = publishing;
        this.releases = releases;
        this.active = active;
        this.caller = caller;
        this.discretion = discretion;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({MediaType.APPLICATION_JSON, SARIF})
    @Operation(summary = "Files on top of the active release in; their flaws and what they would change out")
    @APIResponseSchema(value = DraftView.class, responseCode = "201")
    public Response check(DraftRequest request, @Context Request negotiation) {
        if (request == null) {
            throw new ProblemException(Problem.of(
                    ProblemType.MALFORMED_JSON, "The body is empty.", "Send {\"files\": [{\"path\", \"text\"}]}."));
        }
        return answer(() -> request, negotiation);
    }

    @POST
    @Consumes(ZIP)
    @Produces({MediaType.APPLICATION_JSON, SARIF})
    @Operation(summary = "The same with a zip; with whole=true what it does not hold is dropped")
    @APIResponseSchema(value = DraftView.class, responseCode = "201")
    public Response checkArchive(
            byte[] archive,
            @QueryParam("whole") Optional<Boolean> whole,
            @QueryParam("note") Optional<String> note,
            @QueryParam("base") Optional<String> base,
            @Context Request negotiation) {
        return answer(() -> new DraftRequest(DraftArchive.read(archive), List.of(), note, base, whole), negotiation);
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The newest drafts, a hundred at most")
    public List<DraftLine> list() {
        return drafts.list(LISTED).stream().map(DraftLine::of).toList();
    }

    @GET
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "A draft as its check was answered")
    @APIResponseSchema(DraftView.class)
    public Response get(@PathParam("id") String id) {
        return Response.ok(kept(id).report()).build();
    }

    @GET
    @Path("/{id}/files")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The files that a draft changes and deletes")
    public Draft files(@PathParam("id") String id) {
        return desk.draft(kept(id));
    }

    @GET
    @Path("/{id}/diff")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "How the files differ from the release that the draft was checked against")
    public DiffView diff(@PathParam("id") String id) {
        KeptDraft draft = kept(id);
        SortedMap<String, String> base = releases.files(draft.base());
        return new DiffView(
                draft.base(),
                id,
                FileDiff.between(base, desk.draft(draft).on(base).files()));
    }

    @POST
    @Path("/{id}/publish")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Needs(Role.PUBLISHER)
    @Operation(summary = "Makes the draft the release that answers")
    public ReleaseView publish(@PathParam("id") String id, PublishRequest request) {
        publishing.publish(id, discretion.note(Optional.ofNullable(request).flatMap(PublishRequest::note)), caller);
        return releases.find(active.get().id())
                .map(kept -> ReleaseView.of(kept, active.get()))
                .orElse(ReleaseView.of(active.get()));
    }

    private KeptDraft kept(String id) {
        return drafts.find(id).orElseThrow(() -> Found.nothing("draft", "Send it in again: POST /v1/drafts."));
    }

    private Response answer(Supplier<DraftRequest> sent, Request negotiation) {
        Variant look = negotiation.selectVariant(LOOKS);
        if (look == null) {
            throw new NotAcceptableException();
        }
        DraftView view = desk.take(sent, caller.name(), caller.keyId());
        boolean sarif = look.getMediaType().getSubtype().equals("sarif+json");
        return Response.created(URI.create("/v1/drafts/" + view.id()))
                .entity(sarif ? FlawFormats.sarif(view.flaws()) : view)
                .type(look.getMediaType())
                .build();
    }
}
