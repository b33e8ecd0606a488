package dev.reconnect.web;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Lets those who send drafts, or ask what cases leave out, wait for each other: one at a time keeps a processor busy, and
 * the memory of one is all that they ever take.
 */
@ApplicationScoped
class CheckQueue {

    private static final long STACK = 4L << 20;

    private final ThreadPoolExecutor one;

    @Inject
    CheckQueue(ReconnectConfig config) {
        this(config.drafts().waiting());
    }

    /** @param waiting how many may wait for the one whose turn it is */
    CheckQueue(int waiting) {
        this.one = new ThreadPoolExecutor(1, 1, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(waiting), work -> {
            Thread thread = new Thread(null, work, "draft-check", STACK);
            thread.setPriority(Thread.MIN_PRIORITY);
            thread.setDaemon(true);
            return thread;
        });
        one.allowCoreThreadTimeOut(true);
    }

    /**
     * Waits for its turn and for the result.
     *
     * @throws ProblemException 503 if too many wait already
     */
    <T> T run(Callable<T> check) {
        Future<T> result;
        try {
            result = one.submit(check);
        } catch (RejectedExecutionException e) {
            throw new ProblemException(Problem.of(
                    ProblemType.CHECK_BUSY,
                    "As many drafts as may wait are waiting for their check.",
                    "Try again in a moment; nothing was kept."));
        }
        try {
            return result.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException mistake ? mistake : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the service is stopping", e);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        one.shutdownNow();
    }
}
