package dev.reconnect.web;

import dev.reconnect.knowledge.FolderReader;
import dev.reconnect.release.ReleaseBuilder;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The release of the folders, built while Quarkus starts: both take about as long, and each keeps one processor busy. Where
 * the folders are is guessed from the settings that are known by then; a wrong guess costs the work and nothing else.
 */
final class EarlyBuild {

    /** From the main method, which no container calls, to the bean that waits for it. */
    private static final AtomicReference<EarlyBuild> BEGUN = new AtomicReference<>();

    private final Path rules;
    private final Path knowledge;
    private final CompletableFuture<ReleaseBuilder.Built> built = new CompletableFuture<>();

    private EarlyBuild(Path rules, Path knowledge) {
        this.rules = rules;
        this.knowledge = knowledge;
    }

    static void begin() {
        EarlyBuild early = new EarlyBuild(guess("reconnect.rules", "rules"), guess("reconnect.knowledge", "knowledge"));
        BEGUN.set(early);
        Thread thread = new Thread(early::build, "early-build");
        thread.setDaemon(true);
        thread.start();
    }

    /** What came of these folders; empty when others were built, or none. To be had once: a later look reads them anew. */
    static Optional<ReleaseBuilder.Built> take(Path rules, Path knowledge) {
        return Optional.ofNullable(BEGUN.getAndSet(null))
                .filter(early -> early.rules.equals(rules) && early.knowledge.equals(knowledge))
                .map(early -> early.built.join());
    }

    private void build() {
        try {
            built.complete(ReleaseBuilder.check(FolderReader.read(rules, knowledge)));
        } catch (RuntimeException | Error e) {
            built.completeExceptionally(e);
        }
    }

    private static Path guess(String setting, String otherwise) {
        String variable = setting.toUpperCase(Locale.ROOT).replace('.', '_');
        return Path.of(Optional.ofNullable(System.getProperty(setting))
                .or(() -> Optional.ofNullable(System.getenv(variable)))
                .orElse(otherwise));
    }
}
