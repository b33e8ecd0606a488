package dev.reconnect.web;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * One bulk call. Lines are answered by several workers at once and written in their order. Memory does not grow with the
 * length of the stream: while a bounded number of lines waits for workers or for the caller to read, nothing more is read.
 *
 * <p>All fields belong to the event loop of the connection; workers get lines and hand back bytes.
 */
final class BulkStream {

    /** Lines that a worker takes at once: enough that handing them over costs nothing beside answering them. */
    private static final int TOGETHER = 16;

    /** Batches in the hands of workers or waiting to be written. */
    private static final int WINDOW = 4 * Runtime.getRuntime().availableProcessors();

    /** Lines that are answered by one worker in one go; {@code answer} is null until they are. */
    private static final class Batch {

        private final List<LineCutter.Line> lines;
        private Buffer answer;

        Batch(List<LineCutter.Line> lines) {
            this.lines = lines;
        }
    }

    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final Context loop;
    private final BulkDesk.Task task;
    private final Executor workers;
    private final Runnable whenOver;
    private final LineCutter cutter;
    private final Deque<Batch> cut = new ArrayDeque<>();
    private final Deque<Batch> handedOver = new ArrayDeque<>();
    private boolean read;
    private volatile boolean over;

    /**
     * @param longest  the most bytes of a line
     * @param whenOver called once, however the call ends
     */
    BulkStream(RoutingContext context, BulkDesk.Task task, Executor workers, int longest, Runnable whenOver) {
        this.request = context.request();
        this.response = context.response();
        this.loop = Vertx.currentContext();
        this.task = task;
        this.workers = workers;
        this.cutter = new LineCutter(longest);
        this.whenOver = whenOver;
    }

    void begin() {
        response.setChunked(true).putHeader("Content-Type", Bulk.MEDIA_TYPE);
        response.closeHandler(gone -> end());
        response.exceptionHandler(gone -> end());
        response.drainHandler(ready -> advance());
        request.exceptionHandler(gone -> end());
        request.handler(piece -> take(cutter.add(piece.getBytes())));
        request.endHandler(last -> {
            read = true;
            take(cutter.end());
        });
        request.resume();
    }

    private void take(List<LineCutter.Line> lines) {
        for (int i = 0; i < lines.size(); i += TOGETHER) {
            cut.add(new Batch(lines.subList(i, Math.min(lines.size(), i + TOGETHER))));
        }
        advance();
    }

    /** Writes what is answered, hands over what is cut, and reads on only while there is room for both. */
    private void advance() {
        if (over) {
            return;
        }
        while (!handedOver.isEmpty() && handedOver.peek().answer != null && !response.writeQueueFull()) {
            response.write(handedOver.poll().answer);
        }
        while (!cut.isEmpty() && handedOver.size() < WINDOW) {
            Batch batch = cut.poll();
            handedOver.add(batch);
            workers.execute(() -> answer(batch));
        }
        if (read && handedOver.isEmpty()) {
            response.end();
            end();
        } else if (cut.isEmpty() && handedOver.size() < WINDOW) {
            request.resume();
        } else {
            request.pause();
        }
    }

    private void answer(Batch batch) {
        // Read without a lock: a caller who has just gone costs at most one batch.
        Buffer answer = over ? Buffer.buffer() : task.answer(batch.lines);
        loop.runOnContext(back -> {
            batch.answer = answer;
            advance();
        });
    }

    /** Also when the caller has gone: then nothing more is read, answered or written. */
    private void end() {
        if (!over) {
            over = true;
            cut.clear();
            handedOver.clear();
            whenOver.run();
        }
    }
}
