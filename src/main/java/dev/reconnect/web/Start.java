package dev.reconnect.web;

import dev.reconnect.knowledge.Flaw;
import dev.reconnect.release.ActiveRelease;
import dev.reconnect.release.Release;
import dev.reconnect.release.ReleaseBuilder;
import dev.reconnect.store.ReleaseStore;
import dev.reconnect.store.StoreUnavailableException;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Decides which release answers first, before the first request is taken. What a person published stays over a restart;
 * otherwise the folders answer, so that whoever works with files alone has nothing to learn about publishing.
 */
@ApplicationScoped
class Start {

    private static final Logger LOG = Logger.getLogger(Start.class);

    private final Folders folders;
    private final ReleaseSwitch releases;
    private final ActiveRelease active;
    private final ReleaseStore store;

    Start(Folders folders, ReleaseSwitch releases, ActiveRelease active, ReleaseStore store) {
        this.folders = folders;
        this.releases = releases;
        this.active = active;
        this.store = store;
    }

    /** After the database, which the release is recorded in. */
    void build(@Observes @Priority(100) StartupEvent event) {
        Instant begun = Instant.now();
        Optional<Release> published = published();
        if (published.isPresent()) {
            active.activate(published.get());
            ready(published.get(), begun);
            return;
        }
        ReleaseBuilder.Built built = folders.build();
        if (built.release().isPresent()) {
            releases.answerFirst(built.release().get());
            ready(built.release().get(), begun);
            // A thousand files take the store a while, and no answer needs them there.
            new Thread(this::keep, "release-keeper").start();
        } else {
            fallBack(built, begun);
        }
    }

    private void keep() {
        try {
            releases.keepFolders();
        } catch (StoreUnavailableException e) {
            LOG.warnf("%s: the release of the folders answers but is not kept yet", e.getMessage());
        }
    }

    /** The release that somebody published by hand, unless the folders are watched and so have the last word. */
    private Optional<Release> published() {
        try {
            Optional<String> by = store.activatedBy();
            if (by.isEmpty() || by.get().equals(ReleaseSwitch.FOLDERS) || folders.areWatched()) {
                return Optional.empty();
            }
            return store.active().flatMap(releases::load);
        } catch (StoreUnavailableException e) {
            return Optional.empty();
        }
    }

    /** Files with flaws keep nobody waiting: the last release that worked answers. */
    private void fallBack(ReleaseBuilder.Built built, Instant begun) {
        folders.report(built.flaws());
        Optional<Release> last = last();
        last.ifPresentOrElse(
                release -> {
                    active.activate(release);
                    LOG.errorf("The files in the folders have flaws; release %s of the store answers.", release.id());
                    ready(release, begun);
                },
                () -> LOG.errorf(
                        "No release: %d errors in rules and knowledge. Nothing is diagnosed until they are mended; then it starts by itself.",
                        built.flaws().stream().filter(Flaw::isError).count()));
    }

    private Optional<Release> last() {
        try {
            return store.active().flatMap(releases::load);
        } catch (StoreUnavailableException e) {
            return Optional.empty();
        }
    }

    private static void ready(Release release, Instant begun) {
        LOG.infof(
                "Release %s: %d rules, %d causes, %d symptoms, ready after %d ms",
                release.id(),
                release.rules().size(),
                release.knowledge().causes().size(),
                release.knowledge().symptoms().size(),
                Duration.between(begun, Instant.now()).toMillis());
    }
}
