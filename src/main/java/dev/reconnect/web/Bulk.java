package dev.reconnect.web;

import dev.reconnect.diagnosis.Report;
import dev.reconnect.release.ActiveRelease;
import dev.reconnect.release.NoReleaseException;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * {@code POST /v1/diagnoses/bulk}: a report a line in, a diagnosis a line out, for as long as the caller sends. Apart from
 * the resources, because those take a whole body or hold a thread while one comes in; a stream here holds none.
 */
@ApplicationScoped
class Bulk {

    static final String PATH = "/v1/diagnoses/bulk";
    static final String MEDIA_TYPE = "application/x-ndjson";

    /** After the filters of this room, before Quarkus looks at how large the body is. */
    private static final int ORDER = -5_000;

    private static final Set<String> MEDIA_TYPES = Set.of(MEDIA_TYPE, "application/ndjson", "application/jsonl");

    private final ActiveRelease active;
    private final Admission admission;
    private final BulkDesk desk;
    private final ReconnectConfig config;
    private final Edge edge;
    private final ThreadPoolExecutor workers;
    private final AtomicInteger streams = new AtomicInteger();

    Bulk(ActiveRelease active, Admission admission, BulkDesk desk, ReconnectConfig config, Edge edge) {
        this.active = active;
        this.admission = admission;
        this.desk = desk;
        this.config = config;
        this.edge = edge;
        int processors = Runtime.getRuntime().availableProcessors();
        AtomicInteger threads = new AtomicInteger();
        // No bound of its own: each stream bounds what it hands over.
        this.workers = new ThreadPoolExecutor(
                processors,
                processors,
                1,
                TimeUnit.MINUTES,
                new LinkedBlockingQueue<>(),
                work -> new Thread(work, "bulk-" + threads.incrementAndGet()));
        workers.allowCoreThreadTimeOut(true);
    }

    void register(@Observes Router router) {
        router.post(PATH).order(ORDER).handler(this::answer);
    }

    void stop(@Observes ShutdownEvent event) {
        workers.shutdown();
    }

    private void answer(RoutingContext context) {
        try {
            Set<Report.Part> include = include(context.request());
            admit(context.request());
            begin(context, include);
        } catch (ProblemException e) {
            refuse(context, e.problem());
        } catch (NoReleaseException e) {
            refuse(context, Problems.noRelease());
        }
    }

    private void begin(RoutingContext context, Set<Report.Part> include) {
        BulkDesk.Task task = desk.begin(active.get(), include);
        if (streams.incrementAndGet() > config.bulk().streams()) {
            streams.decrementAndGet();
            throw new ProblemException(Problem.of(
                    ProblemType.TOO_MANY_REQUESTS,
                    "As many bulk calls run as are taken at once.",
                    "Try again when one has ended, or send the lines one call after the other."));
        }
        if ("100-continue".equalsIgnoreCase(context.request().getHeader("Expect"))) {
            context.response().writeContinue();
        }
        new BulkStream(context, task, workers, config.limits().body(), streams::decrementAndGet).begin();
    }

    private void admit(HttpServerRequest request) {
        Optional<String> given = Optional.ofNullable(request.getHeader("Authorization"));
        Optional<Problem> refusal = admission.decide(given, Role.PORTAL).refusal();
        if (refusal.isPresent()) {
            throw new ProblemException(refusal.get());
        }
        String type = Optional.ofNullable(request.getHeader("Content-Type")).orElse("");
        if (!MEDIA_TYPES.contains(type.split(";")[0].strip().toLowerCase(Locale.ROOT))) {
            throw new ProblemException(Problem.of(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    "The body is in a media type that is not read here.",
                    "Send Content-Type: " + MEDIA_TYPE + ", one JSON object a line."));
        }
    }

    /** The parts that lines want which do not say so themselves. */
    private static Set<Report.Part> include(HttpServerRequest request) {
        String asked = request.getParam("include");
        if (asked == null) {
            return EnumSet.of(Report.Part.EVIDENCE);
        }
        Set<Report.Part> parts = EnumSet.noneOf(Report.Part.class);
        Arrays.stream(asked.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .forEach(word -> parts.add(part(word)));
        return parts;
    }

    private static Report.Part part(String word) {
        return Arrays.stream(Report.Part.values())
                .filter(part -> JsonStyle.word(part).equals(word))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.of(
                        ProblemType.BAD_REQUEST,
                        "include names a part that there is not.",
                        "Possible: evidence, plan, questions, with commas between them.")));
    }

    /** The connection goes with the refusal: what the caller still sends would have to be read to its unknown end. */
    private void refuse(RoutingContext context, Problem problem) {
        HttpServerResponse response = context.response().putHeader("Connection", "close");
        if (problem.status() == 401) {
            response.putHeader("WWW-Authenticate", Doorkeeper.CHALLENGE);
        }
        if (problem.status() == 429 || problem.status() == 503) {
            response.putHeader("Retry-After", Problems.RETRY_SECONDS);
        }
        context.request().handler(dropped -> {}).resume();
        edge.answer(context, problem);
    }
}
