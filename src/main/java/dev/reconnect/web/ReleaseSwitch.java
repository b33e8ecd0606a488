package dev.reconnect.web;

import dev.reconnect.knowledge.FileSet;
import dev.reconnect.knowledge.Flaw;
import dev.reconnect.release.ActiveRelease;
import dev.reconnect.release.Release;
import dev.reconnect.release.ReleaseBuilder;
import dev.reconnect.store.KeptRelease;
import dev.reconnect.store.ReleaseStore;
import dev.reconnect.store.StoreUnavailableException;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jboss.logging.Logger;

/**
 * Changes which release answers: in the store first, then in memory. A process that ends in between comes up on the one
 * that the store names, so there is never half a release. One change at a time; requests never wait for it.
 */
@ApplicationScoped
class ReleaseSwitch {

    /** Who publishes what stands in the folders. */
    static final String FOLDERS = "files";

    private static final Logger LOG = Logger.getLogger(ReleaseSwitch.class);

    private final ActiveRelease active;
    private final ReleaseStore releases;
    private final Clock clock;
    private String unusable = "";
    private volatile Optional<Release> notKept = Optional.empty();

    ReleaseSwitch(ActiveRelease active, ReleaseStore releases, Clock clock) {
        this.active = active;
        this.releases = releases;
        this.clock = clock;
    }

    /**
     * Publishes a release on top of the one that it was made from.
     *
     * @param base the id of the release that must still be active
     * @return false if another release is active by now; then nothing has changed
     * @throws StoreUnavailableException if the store does not answer; then nothing has changed here
     */
    synchronized boolean publish(Release release, String base, String who, String note) {
        keepFolders();
        if (!releases.publishOn(base, kept(release, who, note), release.files())) {
            return false;
        }
        active.activate(release);
        LOG.infof("Release %s by %s", release.id(), who);
        return true;
    }

    /** Publishes what stands in the folders; when the store does not answer it is active all the same. */
    synchronized void publishFolders(Release release) {
        answerFirst(release);
        try {
            keepFolders();
        } catch (StoreUnavailableException e) {
            LOG.warnf("%s: release %s answers but is not kept yet", e.getMessage(), release.id());
        }
    }

    /** What stands in the folders answers; it is kept by {@link #keepFolders}, at the latest before anything else is. */
    synchronized void answerFirst(Release release) {
        active.activate(release);
        notKept = Optional.of(release);
    }

    /**
     * Keeps the release of the folders, if it is not kept yet. Whatever is stored with its name waits for this: what was
     * diagnosed can be diagnosed again.
     *
     * @throws StoreUnavailableException if the store does not answer; then the next look at the store tries again
     */
    void keepFolders() {
        if (notKept.isPresent()) {
            keepNow();
        }
    }

    private synchronized void keepNow() {
        notKept.ifPresent(release -> keep(release, FOLDERS, ""));
        notKept = Optional.empty();
    }

    /**
     * Makes a release that was published before answer again. Nothing is compiled for it: its files are read.
     *
     * @return empty if there is none of this id
     * @throws ProblemException if this version of the service finds flaws in it
     */
    synchronized Optional<Release> activate(String id, String who, String note) {
        keepFolders();
        if (releases.find(id).isEmpty()) {
            return Optional.empty();
        }
        Release release = load(id).orElseThrow(() -> new ProblemException(Problem.of(
                ProblemType.CONFLICT,
                "The release " + id + " has flaws by the checks of today.",
                "Send its files in as a draft to see them: GET /v1/releases/" + id + "/files.")));
        releases.activate(id, who, note);
        active.activate(release);
        LOG.infof("Release %s again, by %s", id, who);
        return Optional.of(release);
    }

    /** What another replica published answers here too within a second; what could not be kept is kept. */
    @Scheduled(
            every = "1s",
            delayed = "2s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    synchronized void follow() {
        if (active.find().isEmpty()) {
            return;
        }
        try {
            catchUp();
        } catch (StoreUnavailableException e) {
            LOG.debugf("%s: release %s goes on", e.getMessage(), active.get().id());
        }
    }

    /** Builds a kept release; empty when it is not there or has flaws. */
    Optional<Release> load(String id) {
        if (active.find().filter(release -> release.id().equals(id)).isPresent()) {
            return active.find();
        }
        SortedMap<String, String> files = releases.files(id);
        return files.isEmpty()
                ? Optional.empty()
                : ReleaseBuilder.build(new FileSet(files, List.<Flaw>of()), active.find())
                        .release();
    }

    /**
     * Lets answer here what another replica published.
     *
     * @throws StoreUnavailableException if the store does not answer; then nothing has changed here
     */
    synchronized void catchUp() {
        keepFolders();
        Optional<String> named = releases.active();
        if (named.isEmpty()) {
            keep(active.get(), FOLDERS, "");
        } else if (!named.get().equals(active.get().id()) && !named.get().equals(unusable)) {
            Optional<Release> release = load(named.get());
            unusable = release.isPresent() ? "" : named.get();
            release.ifPresentOrElse(
                    active::activate,
                    () -> LOG.errorf(
                            "Release %s of the store has flaws here; %s goes on",
                            unusable, active.get().id()));
        }
    }

    private void keep(Release release, String who, String note) {
        releases.publish(kept(release, who, note), release.files());
    }

    private KeptRelease kept(Release release, String who, String note) {
        return new KeptRelease(release.id(), release.digest(), clock.instant(), who, note);
    }
}
