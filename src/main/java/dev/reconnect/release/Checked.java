package dev.reconnect.release;

import dev.reconnect.intake.PhraseCheck;
import dev.reconnect.knowledge.FileSet;
import dev.reconnect.knowledge.Flaw;
import dev.reconnect.knowledge.Knowledge;
import dev.reconnect.knowledge.KnowledgeReader;
import dev.reconnect.rules.DrlReader;
import dev.reconnect.rules.ReadFile;
import dev.reconnect.rules.Rule;
import dev.reconnect.rules.RuleBase;
import dev.reconnect.rules.RuleChecks;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * All that a check finds out about a set of files.
 *
 * @param rules those that could be read without an error
 * @param flaws of files, rules and cases, sorted by place
 */
public record Checked(Knowledge knowledge, List<Rule> rules, List<Flaw> flaws) {

    /** What is wrong with the cases and not with what they test. */
    private static final Set<String> OF_CASES = Set.of(
            "rule-without-case",
            "rule-without-near-miss",
            "cause-without-case",
            "cause-without-counter-case",
            "cause-without-rule");

    public Checked {
        rules = List.copyOf(rules);
        flaws = flaws.stream().distinct().sorted().toList();
    }

    public static Checked of(FileSet files) {
        return of(files, () -> {});
    }

    /** @param between called between files and between cases; what it throws ends the check */
    public static Checked of(FileSet files, Runnable between) {
        KnowledgeReader.Reading reading = KnowledgeReader.read(files, PhraseCheck::flaw);
        List<Flaw> flaws = new ArrayList<>(reading.flaws());
        List<Rule> sound = new ArrayList<>();
        List<Rule> all = new ArrayList<>();
        List<ReadFile> read = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Set<String> unreadable = new HashSet<>();
        files.under("rules/", ".drl").forEach((path, text) -> {
            between.run();
            ReadFile file = DrlReader.read(path, text);
            read.add(file);
            flaws.addAll(file.flaws());
            file.rules().stream().filter(rule -> names.add(rule.name())).forEach(sound::add);
            all.addAll(file.rules());
            all.addAll(file.broken());
            file.broken().forEach(rule -> unreadable.add(rule.name()));
        });
        flaws.addAll(RuleChecks.check(read, reading.knowledge()));
        flaws.addAll(CaseCoverage.flaws(reading.knowledge(), all));
        CaseRunner runner = new CaseRunner(reading.knowledge(), RuleBase.of(sound), unreadable);
        reading.knowledge().cases().forEach(tested -> {
            between.run();
            flaws.addAll(runner.run(tested));
        });
        return new Checked(
                reading.knowledge(),
                sound,
                flaws.stream().map(flaw -> shown(flaw, files)).toList());
    }

    /** The flaw with the line that it is about, and the column where that line says something. */
    static Flaw shown(Flaw flaw, FileSet files) {
        if (!flaw.excerpt().isEmpty()) {
            return flaw;
        }
        String text = files.files().getOrDefault(flaw.file(), "");
        String line = text.lines().skip(flaw.line() - 1L).findFirst().orElse("");
        int start = 0;
        while (start < line.length() && " -".indexOf(line.charAt(start)) >= 0) {
            start++;
        }
        return new Flaw(
                flaw.file(),
                flaw.line(),
                Math.max(flaw.column(), start + 1),
                flaw.severity(),
                flaw.code(),
                flaw.message(),
                flaw.hint(),
                line.strip());
    }

    /** How many errors keep the files from being used; cases that fail do not. */
    public long unusable() {
        return flaws.stream().filter(flaw -> flaw.isError() && !isOfCases(flaw)).count();
    }

    /** Whether a flaw is one of the cases, which keeps nothing from being built. */
    static boolean isOfCases(Flaw flaw) {
        return OF_CASES.contains(flaw.code())
                || flaw.file().endsWith(".cases.yaml")
                || flaw.file().startsWith("knowledge/cases/");
    }

    public String summary() {
        int checks = knowledge.causes().size();
        return knowledge.symptoms().size() + " symptoms, " + checks + " causes, "
                + (knowledge.fixes().size() - checks) + " fixes, "
                + knowledge.codes().size() + " codes, "
                + rules.size() + " rules, " + knowledge.cases().size() + " cases";
    }
}
