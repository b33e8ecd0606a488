package dev.reconnect.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;

/**
 * Reads the body of a request before a worker thread is given to it, so that a slow sender occupies none, and answers 413
 * when it is too large. What is too much is read to its end and dropped: a sender whose connection were cut would never see
 * the answer.
 */
@ApplicationScoped
class BodyLimit {

    private static final int FIRST = 10_000;
    private static final Set<HttpMethod> WITHOUT_BODY = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    /** Past this a sender is not told but cut off: 64 MiB. */
    private static final long MOST_DROPPED = 64L << 20;

    private static final String DRAFTS = "/v1/drafts";

    private final int usual;
    private final int ofDrafts;
    private final Edge edge;

    BodyLimit(ReconnectConfig config, Edge edge) {
        this.usual = config.limits().body();
        this.ofDrafts = config.drafts().body();
        this.edge = edge;
    }

    void register(@Observes Filters filters) {
        filters.register(this::read, FIRST);
    }

    private void read(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (WITHOUT_BODY.contains(request.method()) || Bulk.PATH.equals(context.normalizedPath())) {
            context.next();
            return;
        }
        Body body = new Body(context);
        request.handler(body::add);
        request.exceptionHandler(e -> {});
        request.endHandler(end -> body.end());
        request.resume();
    }

    private final class Body {

        private final RoutingContext context;
        private final Buffer taken = Buffer.buffer();
        private final int limit;
        private long length;

        Body(RoutingContext context) {
            this.context = context;
            this.limit = DRAFTS.equals(context.normalizedPath()) ? ofDrafts : usual;
        }

        void add(Buffer part) {
            length += part.length();
            if (length < limit) {
                taken.appendBuffer(part);
            } else if (length > MOST_DROPPED) {
                context.request().connection().close();
            }
        }

        void end() {
            if (length >= limit) {
                edge.answer(context, tooLarge(limit));
                return;
            }
            ((RoutingContextInternal) context).setBody(taken);
            context.next();
        }
    }

    private static Problem tooLarge(int limit) {
        return Problem.of(
                ProblemType.TOO_LARGE, "The body has " + limit + " bytes or more.", "Send less, or in several calls.");
    }
}
