package dev.reconnect.release;

import dev.reconnect.knowledge.FileSet;
import dev.reconnect.knowledge.Flaw;
import dev.reconnect.knowledge.KnowledgeReader;
import dev.reconnect.rules.DrlReader;
import dev.reconnect.rules.ReadFile;
import dev.reconnect.rules.Rule;
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

    private ReleaseBuilder() {}

    public static Built build(FileSet files) {
        KnowledgeReader.Reading reading = KnowledgeReader.read(files);
        List<Flaw> flaws = new ArrayList<>(reading.flaws());
        List<Rule> rules = new ArrayList<>();
        Set<String> names = new HashSet<>();
        files.under("rules/", ".drl").forEach((path, text) -> {
            ReadFile read = DrlReader.read(path, text);
            flaws.addAll(read.flaws());
            for (Rule rule : read.rules()) {
                if (names.add(rule.name())) {
                    rules.add(rule);
                } else {
                    flaws.add(twice(rule));
                }
            }
        });
        Optional<Release> release = flaws.stream().anyMatch(Flaw::isError)
                ? Optional.empty()
                : Optional.of(Release.of(files.files(), reading.knowledge(), rules));
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
