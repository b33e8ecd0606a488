package dev.reconnect.release;

import dev.reconnect.knowledge.FileSet;
import dev.reconnect.knowledge.Flaw;
import dev.reconnect.knowledge.KnowledgeReader;
import dev.reconnect.rules.DrlReader;
import dev.reconnect.rules.ReadFile;
import dev.reconnect.rules.Rule;
import dev.reconnect.rules.RuleChecks;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes a release of files, or says what keeps them from being one. */
public final class ReleaseBuilder {

    /**
     * What came of building.
     *
     * @param release empty when a flaw is an error
     * @param flaws   sorted by place; warnings do not keep a release from being built
     */
    public record Built(Optional<Release> release, List<Flaw> flaws) {

        public Built {
            flaws = flaws.stream().sorted().toList();
        }
    }

    private final FileSet files;
    private final KnowledgeReader.Reading reading;
    private final List<Flaw> flaws;
    private final List<ReadFile> read = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();

    private ReleaseBuilder(FileSet files) {
        this.files = files;
        this.reading = KnowledgeReader.read(files);
        this.flaws = new ArrayList<>(reading.flaws());
        Set<String> names = new HashSet<>();
        files.under("rules/", ".drl").forEach((path, text) -> {
            ReadFile file = DrlReader.read(path, text);
            read.add(file);
            flaws.addAll(file.flaws());
            for (Rule rule : file.rules()) {
                if (names.add(rule.name())) {
                    rules.add(rule);
                } else {
                    flaws.add(twice(rule));
                }
            }
        });
    }

    /**
     * Of files that were checked before, here or by an older version of the service: what can be read is used, whatever
     * today's checks would say about its sense.
     *
     * @param before what answered so far; where nothing changes its parts are used again
     */
    public static Built build(FileSet files, Optional<Release> before) {
        return new ReleaseBuilder(files).built(before);
    }

    /** Of files that nobody has checked yet. Only their cases are not run: {@code check} and drafts do that. */
    public static Built check(FileSet files) {
        ReleaseBuilder builder = new ReleaseBuilder(files);
        builder.flaws.addAll(RuleChecks.check(builder.read, builder.reading.knowledge()));
        return builder.built(Optional.empty());
    }

    private Built built(Optional<Release> before) {
        Optional<Release> release = flaws.stream().anyMatch(Flaw::isError)
                ? Optional.empty()
                : Optional.of(Release.of(files.files(), reading.knowledge(), rules, before));
        return new Built(release, flaws);
    }

    private static Flaw twice(Rule rule) {
        return new Flaw(
                rule.file(),
                rule.line(),
                1,
                Flaw.Severity.ERROR,
                "duplicate-rule",
                "another rule is named \"" + rule.name() + "\" too",
                "Give one of them a name of its own.",
                "");
    }
}
