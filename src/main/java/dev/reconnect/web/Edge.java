package dev.reconnect.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Answers as a problem what never reaches a resource: addresses that cannot be decoded, and failures on the way. */
@ApplicationScoped
class Edge {

    private static final Logger LOG = Logger.getLogger(Edge.class);

    /** Before the page that Quarkus would show instead. */
    private static final int FIRST = -100_000;

    private final ObjectMapper json;

    Edge(ObjectMapper json) {
        this.json = json;
    }

    void register(@Observes Router router) {
        router.route().order(FIRST).failureHandler(this::failed);
        // An address that cannot be decoded meets no route at all.
        router.errorHandler(400, this::failed);
    }

    void answer(RoutingContext context, Problem problem) {
        if (context.response().ended() || context.response().headWritten()) {
            return;
        }
        context.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .end(write(problem));
    }

    private void failed(RoutingContext context) {
        int status = context.statusCode();
        if (status >= 400 && status < 500) {
            answer(context, Problems.ofStatus(status));
            return;
        }
        String reference = UUID.randomUUID().toString();
        LOG.errorf(context.failure(), "Request failed, reference %s", reference);
        answer(context, Problems.mistake(reference));
    }

    private String write(Problem problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem is always JSON", e);
        }
    }
}
