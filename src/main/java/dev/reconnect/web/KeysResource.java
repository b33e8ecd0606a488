package dev.reconnect.web;

import dev.reconnect.store.KeptKey;
import dev.reconnect.store.KeyStore;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

@Path("/v1/keys")
@Produces(MediaType.APPLICATION_JSON)
@Needs(Role.PUBLISHER)
class KeysResource {

    private static final String NAME = "[\\p{L}\\p{N}][\\p{L}\\p{N} ._@-]{0,79}";

    private final Keyring keys;
    private final KeyStore store;
    private final Caller caller;

    KeysResource(Keyring keys, KeyStore store, Caller caller) {
        this.keys = keys;
        this.store = store;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "All keys that ever were, without the keys themselves")
    public List<KeyView> list() {
        return store.list().stream().map(KeyView::of).toList();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Makes a key; this answer is the only one that shows it")
    @APIResponseSchema(value = KeyView.class, responseCode = "201")
    public Response add(KeyRequest request) {
        if (request == null || request.name() == null || !request.name().matches(NAME)) {
            throw new ProblemException(Problem.at(
                    ProblemType.WRONG_SHAPE,
                    "/name",
                    "A key needs a name of 1 to 80 letters, digits, spaces and . _ @ -",
                    "Name the person or program that will hold it."));
        }
        if (request.role() == null) {
            throw new ProblemException(Problem.at(
                    ProblemType.WRONG_SHAPE,
                    "/role",
                    "A key needs a role.",
                    "Possible: reader, portal, author, publisher."));
        }
        String secret = keys.add(request.name(), request.role(), caller.name())
                .orElseThrow(() -> new ProblemException(Problem.at(
                        ProblemType.CONFLICT,
                        "/name",
                        "There is, or was, a key of this name.",
                        "Choose another: names stay in the audit log.")));
        KeptKey kept =
                keys.find(secret).orElseThrow(() -> new IllegalStateException("a key that was just made is valid"));
        return Response.created(URI.create("/v1/keys/" + kept.id()))
                .entity(KeyView.of(kept, Optional.of(secret)))
                .build();
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Revokes a key, here at once and on other replicas within a second")
    public KeyView revoke(@PathParam("id") UUID id) {
        if (caller.keyId().equals(id.toString())) {
            throw new ProblemException(Problem.of(
                    ProblemType.CONFLICT,
                    "This is the key of the call itself.",
                    "Revoke it with another publisher key, so that one is left."));
        }
        return keys.revoke(id, caller.name())
                .map(KeyView::of)
                .orElseThrow(() -> Found.nothing("valid key", "GET /v1/keys lists all."));
    }
}
