package dev.reconnect.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Sends the console: the page at {@code /}, its files under an address that holds their digest, and the widget that portals
 * embed under one that never changes.
 */
@ApplicationScoped
class Console {

    /** Nothing from outside, nothing inline, in nobody's frame. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static final String ASK_AGAIN = "no-cache";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String WIDGET = "widget/";

    private final ConsoleFiles files = ConsoleFiles.read();

    void register(@Observes Router router) {
        router.get("/").handler(context -> send(context, files.pages().get("index.html"), ASK_AGAIN));
        router.get("/favicon.ico")
                .handler(context -> send(context, files.pages().get("icon.svg"), ASK_AGAIN));
        files.pages().forEach((path, page) -> {
            if (path.startsWith(WIDGET)) {
                router.get("/" + path).handler(context -> send(context, page, ASK_AGAIN));
            }
            router.get(files.folder() + "/" + path).handler(context -> send(context, page, FOR_EVER));
        });
    }

    private static void send(RoutingContext context, ConsoleFiles.Page page, String caching) {
        HttpServerResponse response = context.response()
                .putHeader("Content-Security-Policy", POLICY)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer")
                // A portal on another origin loads the widget as a script.
                .putHeader("Cross-Origin-Resource-Policy", "cross-origin")
                .putHeader("Cache-Control", caching)
                .putHeader("Vary", "Accept-Encoding")
                .putHeader("ETag", page.tag());
        if (page.tag().equals(context.request().getHeader("If-None-Match"))) {
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader("Content-Type", page.type());
        if (page.packs() && accepts(context)) {
            response.putHeader("Content-Encoding", "gzip").end(Buffer.buffer(page.packed()));
        } else {
            response.end(Buffer.buffer(page.plain()));
        }
    }

    private static boolean accepts(RoutingContext context) {
        String encodings = context.request().getHeader("Accept-Encoding");
        return encodings != null && encodings.contains("gzip");
    }
}
