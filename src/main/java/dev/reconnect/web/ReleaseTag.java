package dev.reconnect.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/** Puts the digest of the release on answers as ETag, and saves a caller who has it the rest. */
@Provider
@OfRelease
class ReleaseTag implements ContainerRequestFilter, ContainerResponseFilter {

    private final Snapshot snapshot;

    ReleaseTag(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Response.ResponseBuilder unchanged = request.getRequest().evaluatePreconditions(tag());
        if (unchanged != null) {
            request.abortWith(unchanged.tag(tag()).build());
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() == Response.Status.OK.getStatusCode()) {
            response.getHeaders().putSingle(HttpHeaders.ETAG, tag());
            response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-cache");
        }
    }

    private EntityTag tag() {
        return new EntityTag(snapshot.release().digest());
    }
}
