package dev.reconnect.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;

/**
 * Lets the widget on the pages of named portals call this service. A key cannot be sent along: what another origin may do is
 * what anybody may.
 *
 * <p>Not the CORS filter of Quarkus: that one answers 403 to the console's own calls when TLS ends in front of the service.
 */
@ApplicationScoped
class Portals {

    /** Before {@link BodyLimit}: a preflight has no body to read. */
    private static final int FIRST = 20_000;

    private final Set<String> origins;

    Portals(ReconnectConfig config) {
        this.origins = Set.copyOf(config.portals().orElse(Set.of()));
    }

    void register(@Observes Filters filters) {
        filters.register(this::answer, FIRST);
    }

    private void answer(RoutingContext context) {
        String origin = context.request().getHeader("Origin");
        if (origin == null
                || !origins.contains(origin)
                || !context.normalizedPath().startsWith("/v1/")) {
            context.next();
            return;
        }
        HttpServerResponse response = context.response()
                .putHeader("Access-Control-Allow-Origin", origin)
                .putHeader("Vary", "Origin");
        if (context.request().method() != HttpMethod.OPTIONS) {
            context.next();
            return;
        }
        response.putHeader("Access-Control-Allow-Methods", "GET, POST")
                .putHeader("Access-Control-Allow-Headers", "content-type, accept, prefer, idempotency-key")
                .putHeader("Access-Control-Max-Age", "600")
                .setStatusCode(204)
                .end();
    }
}
