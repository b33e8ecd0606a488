package dev.reconnect.release;

import dev.reconnect.intake.PhraseCheck;
import dev.reconnect.knowledge.Case;
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
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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

    /** Nobody reads more, and all of them are stored with the draft. */
    static final int MOST_FLAWS = 2_000;

    /** With these the engine would not come to an end, or not even begin. */
    private static final Set<String> UNRUNNABLE = Set.of("too-many-rules", "derivation-too-long");

    public Checked {
        rules = List.copyOf(rules);
        flaws = flaws.stream().distinct().sorted().toList();
    }

    public static Checked of(FileSet files) {
        return of(files, () -> {});
    }

    /** @param between called between phrases, files and cases; what it throws ends the check */
    public static Checked of(FileSet files, Runnable between) {
        PhraseCheck phrases = new PhraseCheck();
        KnowledgeReader.Reading reading = KnowledgeReader.read(files, phrase -> {
            between.run();
            return phrases.flaw(phrase);
        });
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
        List<Flaw> ofRules = RuleChecks.check(read, reading.knowledge());
        flaws.addAll(ofRules);
        between.run();
        flaws.addAll(CaseCoverage.flaws(reading.knowledge(), all));
        if (ofRules.stream().noneMatch(flaw -> UNRUNNABLE.contains(flaw.code()))) {
            CaseRunner runner = new CaseRunner(reading.knowledge(), RuleBase.of(sound), unreadable);
            for (Case tested : reading.knowledge().cases()) {
                between.run();
                if (flaws.size() <= MOST_FLAWS) {
                    flaws.addAll(runner.run(tested));
                }
            }
        }
        return new Checked(reading.knowledge(), sound, new Excerpts(files).added(fewer(flaws)));
    }

    /** So many that a person could read them, the first of every kind among them, and one that says that there are more. */
    private static List<Flaw> fewer(List<Flaw> flaws) {
        List<Flaw> all = flaws.stream().distinct().sorted().toList();
        if (all.size() <= MOST_FLAWS) {
            return all;
        }
        Map<String, Integer> seen = new HashMap<>();
        Map<Flaw, Integer> turns = new HashMap<>();
        all.forEach(flaw -> turns.put(flaw, seen.merge(flaw.code(), 1, Integer::sum)));
        List<Flaw> fewer = new ArrayList<>(all.stream()
                .sorted(Comparator.comparing((Flaw flaw) -> !flaw.isError()).thenComparing(turns::get))
                .limit(MOST_FLAWS)
                .toList());
        Flaw first = fewer.get(0);
        fewer.add(new Flaw(
                first.file(),
                first.line(),
                first.column(),
                Flaw.Severity.ERROR,
                "too-many-flaws",
                "there are more than " + MOST_FLAWS + " flaws; the first of each kind are shown",
                "Mend these first: the others may have the same reason.",
                ""));
        return fewer;
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
