package dev.reconnect.web;

import dev.reconnect.knowledge.FileSet;
import dev.reconnect.knowledge.Flaw;
import dev.reconnect.knowledge.FolderReader;
import dev.reconnect.release.ActiveRelease;
import dev.reconnect.release.Draft;
import dev.reconnect.release.DraftReport;
import dev.reconnect.release.Release;
import dev.reconnect.release.ReleaseBuilder;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Makes saved files a release when they pass, and reports what is wrong with them when they do not. */
@ApplicationScoped
class Folders {

    private static final Logger LOG = Logger.getLogger(Folders.class);
    private static final int SHOWN = 20;

    private final ReconnectConfig config;
    private final ActiveRelease active;
    private final Gate gate;
    private final ReleaseSwitch releases;
    private String seen = "";
    private String checked = "";
    private volatile List<Flaw> flaws = List.of();

    Folders(ReconnectConfig config, ActiveRelease active, Gate gate, ReleaseSwitch releases) {
        this.config = config;
        this.gate = gate;
        this.active = active;
        this.releases = releases;
    }

    boolean areWatched() {
        return config.watch() || LaunchMode.current() == LaunchMode.DEVELOPMENT;
    }

    FileSet read() {
        return FolderReader.read(config.rules(), config.knowledge());
    }

    /** For the start: takes what was built meanwhile, when it was of these folders. */
    ReleaseBuilder.Built build() {
        return EarlyBuild.take(config.rules(), config.knowledge()).orElseGet(() -> ReleaseBuilder.check(read()));
    }

    /** What keeps the files in the folders from answering; empty when nothing does, or nobody watches them. */
    List<Flaw> flaws() {
        return flaws;
    }

    /** Of what stands in the folders before anything is active. */
    void report(List<Flaw> found) {
        flaws = found.stream().filter(Flaw::isError).toList();
        flaws.stream()
                .limit(SHOWN)
                .forEach(flaw -> LOG.errorf(
                        "%s:%d:%d: %s %s", flaw.file(), flaw.line(), flaw.column(), flaw.message(), flaw.hint()));
    }

    /**
     * Waits until nothing has changed for a second, so that a file that is half written is not reported. While there is no
     * release at all the folders are looked at in any case: whoever mends them need not start the service again.
     */
    @Scheduled(
            every = "1s",
            delayed = "2s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void look() {
        if (!areWatched() && active.find().isPresent()) {
            return;
        }
        String now = signature(config.rules()) + signature(config.knowledge());
        boolean settled = now.equals(seen);
        seen = now;
        if (settled && !now.equals(checked)) {
            checked = now;
            take(read());
        }
    }

    private void take(FileSet files) {
        if (active.find().isEmpty()) {
            ReleaseBuilder.Built built = ReleaseBuilder.check(files);
            built.release().ifPresentOrElse(this::publish, () -> report(built.flaws()));
            return;
        }
        Release now = active.get();
        if (files.flaws().isEmpty() && files.files().equals(now.files())) {
            flaws = List.of();
            return;
        }
        Draft draft = new Draft(files.files(), new TreeSet<>(), true);
        DraftReport report = gate.check(now, draft, List.of());
        Optional<Release> built = report.publishable() && files.flaws().isEmpty()
                ? ReleaseBuilder.build(files, Optional.of(now)).release()
                : Optional.empty();
        if (built.isPresent()) {
            publish(built.get());
        } else {
            List<Flaw> all = Stream.concat(files.flaws().stream(), report.flaws().stream())
                    .toList();
            LOG.errorf("The files in the folders have flaws; release %s goes on.", now.id());
            report(all);
        }
    }

    private void publish(Release release) {
        flaws = List.of();
        releases.publishFolders(release);
        LOG.infof("Release %s from the folders", release.id());
    }

    /** Changes when a file is saved, added or removed. */
    private static String signature(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            StringBuilder signature = new StringBuilder();
            files.filter(Files::isRegularFile).sorted().forEach(file -> signature.append(stamp(file)));
            return signature.toString();
        } catch (IOException | UncheckedIOException e) {
            return "unreadable: " + folder;
        }
    }

    private static String stamp(Path file) {
        try {
            return file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file) + "\n";
        } catch (IOException e) {
            return file + " gone\n";
        }
    }
}
