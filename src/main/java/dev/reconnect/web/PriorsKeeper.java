package dev.reconnect.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.reconnect.diagnosis.Learned;
import dev.reconnect.diagnosis.Learning;
import dev.reconnect.diagnosis.Priors;
import dev.reconnect.diagnosis.PriorsVersion;
import dev.reconnect.release.ActiveRelease;
import dev.reconnect.store.KeptPriors;
import dev.reconnect.store.PriorsStore;
import dev.reconnect.store.StoreUnavailableException;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;

/**
 * Learns in the background, and uses the version that the store names. Each replica learns for itself and comes to the
 * same version, because its name is made of its content.
 */
@ApplicationScoped
class PriorsKeeper {

    static final String AUTHORED = PriorsVersion.AUTHORED.id();

    private static final Logger LOG = Logger.getLogger(PriorsKeeper.class);
    private static final long DAY = TimeUnit.DAYS.toSeconds(1);
    private static final int SHORT = 12;
    private static final long RESTS = 2;
    private static final long UNHURRIED = TimeUnit.SECONDS.toNanos(6);

    private final ActiveRelease active;
    private final PriorsStore store;
    private final LessonLedger ledger;
    private final OutcomeDesk outcomes;
    private final ReconnectConfig config;
    private final ObjectMapper json;
    private final Clock clock;

    PriorsKeeper(
            ActiveRelease active,
            PriorsStore store,
            LessonLedger ledger,
            OutcomeDesk outcomes,
            ReconnectConfig config,
            ObjectMapper json,
            Clock clock) {
        this.active = active;
        this.store = store;
        this.ledger = ledger;
        this.outcomes = outcomes;
        this.config = config;
        this.json = json;
        this.clock = clock;
    }

    /** After the release was built, before the first request: a restart answers as before. */
    void start(@Observes @Priority(200) StartupEvent event) {
        follow();
    }

    @Scheduled(
            every = "{reconnect.learning.every}",
            delayed = "{reconnect.learning.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void learnInTheBackground() {
        try {
            learn("outcomes");
        } catch (StoreUnavailableException e) {
            LOG.debugf("%s: learning is tried again", e.getMessage());
        }
    }

    /** What another replica learned or somebody chose is used here within a second. */
    @Scheduled(
            every = "1s",
            delayed = "2s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void follow() {
        if (active.find().isEmpty()) {
            // Still starting: there may be no tables yet.
            return;
        }
        try {
            store.choice()
                    .map(PriorsStore.Choice::priors)
                    .filter(id -> !id.equals(active.priors().id()))
                    .flatMap(this::version)
                    .ifPresent(active::use);
        } catch (StoreUnavailableException e) {
            LOG.debugf("%s: priors %s go on", e.getMessage(), active.priors().id());
        }
    }

    /**
     * Learns from all outcomes so far.
     *
     * @return the version, new or not; empty while there is nothing to learn from
     * @throws StoreUnavailableException if the store does not answer
     */
    synchronized Optional<String> learn(String reason) {
        if (active.find().isEmpty()) {
            return Optional.empty();
        }
        outcomes.noteRecurrences();
        Learning.Settings settings = config.learning().settings();
        long today = Math.floorDiv(clock.instant().getEpochSecond(), DAY);
        Learned learned = learn(new Learning(Priors.authored(active.get().knowledge()), settings), settings, today);
        if (learned.isEmpty()) {
            return Optional.empty();
        }
        byte[] counts = write(learned);
        String id =
                "p" + Secrets.hash(new String(counts, StandardCharsets.UTF_8)).substring(0, SHORT);
        store.learned(new KeptPriors(id, clock.instant(), reason, counts), "learning");
        follow();
        return Optional.of(id);
    }

    /**
     * Day by day, with a rest after each that is as long as {@link #RESTS} times the work: learning must not be felt by
     * those who wait for a diagnosis. On a machine that is busy anyway it ends all the same.
     */
    private Learned learn(Learning learning, Learning.Settings settings, long today) {
        Learning.Course course = learning.begin();
        long unhurried = System.nanoTime() + UNHURRIED;
        for (long day : ledger.days(Learning.firstDay(settings, today), today)) {
            long begun = System.nanoTime();
            course.learn(day, ledger.day(day));
            long now = System.nanoTime();
            if (now - unhurried < 0) {
                LockSupport.parkNanos(RESTS * (now - begun));
            }
        }
        return course.end(today);
    }

    /** @throws ProblemException 404 without such a version */
    void activate(String id, boolean follows, String who, String note) {
        PriorsVersion version = version(id).orElseThrow(() -> Found.nothing("version", "GET /v1/priors lists all."));
        store.activate(id, follows, who, note);
        active.use(version);
    }

    /** Empty when there is none of this id. */
    Optional<PriorsVersion> version(String id) {
        if (id.equals(AUTHORED)) {
            return Optional.of(PriorsVersion.AUTHORED);
        }
        PriorsVersion used = active.priors();
        return used.id().equals(id)
                ? Optional.of(used)
                : store.find(id).map(kept -> new PriorsVersion(id, Optional.of(read(kept.counts()))));
    }

    private Learned read(byte[] counts) {
        try {
            return json.readValue(counts, Learned.class);
        } catch (IOException e) {
            throw new IllegalStateException("what is stored can be read", e);
        }
    }

    private byte[] write(Learned learned) {
        try {
            return json.writeValueAsBytes(learned);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("counts are always JSON", e);
        }
    }
}
