package dev.reconnect.web;

import dev.reconnect.diagnosis.LearnedPriors;
import dev.reconnect.diagnosis.Priors;
import dev.reconnect.release.ActiveRelease;
import dev.reconnect.store.PriorsStore;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

@Path("/v1/priors")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Needs(Role.AUTHOR)
class PriorsResource {

    private static final int MOST = 1_000;

    private final PriorsKeeper keeper;
    private final PriorsStore store;
    private final ActiveRelease active;
    private final Caller caller;
    private final Discretion discretion;

    PriorsResource(PriorsKeeper keeper, PriorsStore store, ActiveRelease active, Caller caller, Discretion discretion) {
        this.keeper = keeper;
        this.store = store;
        this.active = active;
        this.caller = caller;
        this.discretion = discretion;
    }

    @GET
    @Operation(summary = "All versions of the priors, newest first; the authors' words last")
    public List<PriorsView> list() {
        String answers = active.priors().id();
        boolean follows = follows();
        List<PriorsView> views = new ArrayList<>();
        store.list(MOST).forEach(kept -> views.add(PriorsView.of(kept, answers, follows)));
        views.add(PriorsView.authored(answers, follows));
        return views;
    }

    @GET
    @Path("/{id}/changes")
    @Operation(summary = "How a version differs from another: what outcomes taught in between")
    public PriorsChange changes(@PathParam("id") String id, @QueryParam("from") @DefaultValue("authored") String from) {
        return PriorsChange.of(priors(from), priors(id));
    }

    @POST
    @Path("/learn")
    @Needs(Role.PUBLISHER)
    @Operation(summary = "Learns from all outcomes now instead of with the next round")
    public List<PriorsView> learn() {
        keeper.learn("on demand");
        return list();
    }

    @POST
    @Path("/{id}/activate")
    @Needs(Role.PUBLISHER)
    @Operation(summary = "Makes a version answer, and stay; \"latest\" lets newer ones take over again")
    public List<PriorsView> activate(@PathParam("id") String id, ActivateRequest request) {
        String note = discretion.note(Optional.ofNullable(request).flatMap(ActivateRequest::note));
        boolean latest = id.equals("latest");
        keeper.activate(latest ? newest() : id, latest, caller.name(), note);
        return list();
    }

    /**
     * @param note why
     */
    public record ActivateRequest(Optional<String> note) {}

    private String newest() {
        return store.list(1).stream().findFirst().map(kept -> kept.id()).orElse(PriorsKeeper.AUTHORED);
    }

    private boolean follows() {
        return store.choice().map(PriorsStore.Choice::follows).orElse(true);
    }

    private LearnedPriors priors(String id) {
        return keeper.version(id)
                .orElseThrow(() -> Found.nothing("version", "GET /v1/priors lists all."))
                .on(Priors.authored(active.get().knowledge()));
    }
}
