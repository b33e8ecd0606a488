package dev.reconnect.web;

import dev.reconnect.cli.GateLine;
import dev.reconnect.cli.GateLine.Answer;
import dev.reconnect.release.Draft;
import dev.reconnect.release.DraftReport;
import dev.reconnect.release.Release;
import dev.reconnect.release.StoredCase;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/**
 * Has drafts checked by a {@link GateProcess}. A check that is not over in time, or takes more memory than the process has,
 * ends with the process; the next draft gets a new one. While nobody sends drafts there is none.
 */
@ApplicationScoped
class Gate {

    private static final Logger LOG = Logger.getLogger(Gate.class);

    /** What the process may take over its deadline to say so itself. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private static final Duration IDLE = Duration.ofMinutes(10);
    private static final int CASES_AT_ONCE = 500;

    private final ReconnectConfig config;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "gate-watch");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicReference<GateProcess> process = new AtomicReference<>();
    private long lastUsed = System.nanoTime();

    Gate(ReconnectConfig config) {
        this.config = config;
    }

    /** One check at a time. Whatever the draft does, the answer is a report. */
    synchronized DraftReport check(Release base, Draft draft, Iterable<StoredCase> stored) {
        try {
            return check(running(), base, draft, stored.iterator());
        } catch (IOException e) {
            LOG.errorf("No process can be started to check drafts: %s", e.getMessage());
            return DraftReport.failed(draft, "no process can be started to check it; the log says more");
        }
    }

    private DraftReport check(GateProcess gate, Release base, Draft draft, Iterator<StoredCase> stored) {
        long allowed = config.drafts().deadline().toMillis();
        AtomicBoolean late = new AtomicBoolean();
        ScheduledFuture<?> end = watch.schedule(
                () -> {
                    late.set(true);
                    gate.kill();
                },
                allowed + GRACE.toMillis(),
                TimeUnit.MILLISECONDS);
        boolean over = false;
        try {
            gate.line().say(new GateLine.Question(base.id(), base.priors(), draft, allowed));
            DraftReport report = converse(gate.line(), base, stored);
            over = true;
            return report;
        } catch (IOException e) {
            String why = late.get() ? "it took longer than " + allowed + " ms" : gate.ending();
            LOG.warnf("The check of a draft was ended: %s", why);
            return DraftReport.failed(draft, why);
        } finally {
            end.cancel(false);
            lastUsed = System.nanoTime();
            if (!over) {
                // It may be in the middle of a word: the next draft gets a new one.
                stopProcess();
            }
        }
    }

    private static DraftReport converse(GateLine line, Release base, Iterator<StoredCase> stored) throws IOException {
        while (true) {
            Answer answer = line.hear(Answer.class);
            switch (answer.kind()) {
                case FILES_WANTED -> line.say(new GateLine.Files(base.files()));
                case CASES_WANTED -> line.say(new GateLine.Cases(some(stored)));
                case REPORT -> {
                    return answer.report().orElseThrow();
                }
            }
        }
    }

    private static List<StoredCase> some(Iterator<StoredCase> stored) {
        List<StoredCase> some = new ArrayList<>();
        while (some.size() < CASES_AT_ONCE && stored.hasNext()) {
            some.add(stored.next());
        }
        return some;
    }

    private GateProcess running() throws IOException {
        GateProcess known = process.get();
        if (known != null && known.isAlive()) {
            return known;
        }
        process.set(GateProcess.start(config.drafts().memory()));
        return process.get();
    }

    @Scheduled(
            every = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    synchronized void rest() {
        if (System.nanoTime() - lastUsed > IDLE.toNanos()) {
            stopProcess();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        watch.shutdownNow();
        stopProcess();
    }

    private void stopProcess() {
        GateProcess known = process.getAndSet(null);
        if (known != null) {
            known.kill();
        }
    }
}
