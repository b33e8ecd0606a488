package dev.reconnect.web;

import dev.reconnect.knowledge.FileSet;
import dev.reconnect.knowledge.Flaw;
import dev.reconnect.knowledge.FolderReader;
import dev.reconnect.release.ActiveRelease;
import dev.reconnect.release.Release;
import dev.reconnect.release.ReleaseBuilder;
import dev.reconnect.store.KeptRelease;
import dev.reconnect.store.ReleaseStore;
import dev.reconnect.store.StoreUnavailableException;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Builds the first release from the folders, before the first request is taken. */
@ApplicationScoped
class Start {

    private static final Logger LOG = Logger.getLogger(Start.class);
    private static final int SHOWN = 20;

    private final ReconnectConfig config;
    private final ActiveRelease active;
    private final ReleaseStore releases;

    Start(ReconnectConfig config, ActiveRelease active, ReleaseStore releases) {
        this.config = config;
        this.active = active;
        this.releases = releases;
    }

    /** After the database, which the release is recorded in. */
    void build(@Observes @Priority(100) StartupEvent event) {
        Instant begun = Instant.now();
        FileSet files = FolderReader.read(config.rules(), config.knowledge());
        ReleaseBuilder.Built built = ReleaseBuilder.build(files);
        built.release().ifPresentOrElse(release -> activate(release, begun), () -> report(built));
    }

    private void activate(Release release, Instant begun) {
        active.activate(release);
        LOG.infof(
                "Release %s: %d rules, %d causes, %d symptoms, ready after %d ms",
                release.id(),
                release.rules().size(),
                release.knowledge().causes().size(),
                release.knowledge().symptoms().size(),
                Duration.between(begun, Instant.now()).toMillis());
        keep(release, begun);
    }

    private void keep(Release release, Instant now) {
        try {
            releases.publish(new KeptRelease(release.id(), release.digest(), now, "files", ""), release.files());
        } catch (StoreUnavailableException e) {
            LOG.warnf("%s: release %s answers but is not kept", e.getMessage(), release.id());
        }
    }

    private static void report(ReleaseBuilder.Built built) {
        long errors = built.flaws().stream().filter(Flaw::isError).count();
        LOG.errorf("No release: %d errors in rules and knowledge. Nothing is diagnosed until they are mended.", errors);
        built.flaws().stream()
                .filter(Flaw::isError)
                .limit(SHOWN)
                .forEach(flaw -> LOG.errorf(
                        "%s:%d:%d: %s %s", flaw.file(), flaw.line(), flaw.column(), flaw.message(), flaw.hint()));
    }
}
