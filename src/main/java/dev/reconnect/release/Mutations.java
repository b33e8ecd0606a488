package dev.reconnect.release;

import dev.reconnect.diagnosis.Priors;
import dev.reconnect.diagnosis.Ranking;
import dev.reconnect.fact.Evidence;
import dev.reconnect.fact.Symptom;
import dev.reconnect.knowledge.Case;
import dev.reconnect.knowledge.Flaw;
import dev.reconnect.knowledge.Knowledge;
import dev.reconnect.rules.Conclusions;
import dev.reconnect.rules.Rule;
import dev.reconnect.rules.RuleBase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts mistakes into the rules one at a time and asks whether a case notices. What a mistake changes is worked out from the
 * conclusions of the sound rules, so that thousands of mistakes take seconds; its effect on further derivations is left
 * aside.
 */
public final class Mutations {

    /**
     * @param tried     how many mistakes
     * @param unnoticed a warning at the rule for each mistake that no case notices
     */
    public record Result(int tried, List<Flaw> unnoticed) {

        public Result {
            unnoticed = unnoticed.stream().sorted().toList();
        }

        /** Between 0 and 1. */
        public double noticed() {
            return tried == 0 ? 1 : 1 - (double) unnoticed.size() / tried;
        }
    }

    /** A case with what the sound rules make of it. */
    private record Run(Case tested, Set<String> fired, List<Evidence> evidence, NearestMiss symptoms) {}

    private final Knowledge knowledge;
    private final Priors priors;
    private final Map<String, Set<Run>> byRule = new HashMap<>();
    private final Map<String, Set<Run>> byCause = new HashMap<>();

    private Mutations(Knowledge knowledge) {
        this.knowledge = knowledge;
        this.priors = Priors.authored(knowledge);
    }

    public static Result run(Knowledge knowledge, RuleBase rules) {
        Mutations mutations = new Mutations(knowledge);
        knowledge.cases().stream()
                .filter(tested -> !tested.symptoms().isEmpty())
                .forEach(tested -> mutations.prepare(tested, rules));
        int tried = 0;
        List<Flaw> unnoticed = new ArrayList<>();
        for (Rule rule : rules.rules()) {
            for (Mutant mutant : Mutant.of(rule, knowledge.symptoms())) {
                tried++;
                if (!mutations.isNoticed(rule, mutant)) {
                    unnoticed.add(flaw(rule, mutant));
                }
            }
        }
        return new Result(tried, unnoticed);
    }

    private void prepare(Case tested, RuleBase rules) {
        Conclusions conclusions = rules.open(tested.symptoms()).conclusions();
        Run run = new Run(
                tested,
                CaseRunner.fired(conclusions),
                conclusions.evidence(),
                new NearestMiss(tested.symptoms(), conclusions.derived()));
        tested.fires().forEach(rule -> add(byRule, rule, run));
        tested.silent().forEach(rule -> add(byRule, rule, run));
        add(byCause, tested.cause(), run);
    }

    private static void add(Map<String, Set<Run>> runs, String key, Run run) {
        runs.computeIfAbsent(key, absent -> new LinkedHashSet<>()).add(run);
    }

    private boolean isNoticed(Rule sound, Mutant mutant) {
        Set<Run> runs = new LinkedHashSet<>(byRule.getOrDefault(sound.name(), Set.of()));
        for (Rule.Consequence consequence : sound.conclusions()) {
            if (consequence instanceof Rule.Concludes concludes) {
                runs.addAll(byCause.getOrDefault(concludes.cause(), Set.of()));
            }
        }
        return runs.stream().anyMatch(run -> isNoticed(sound, mutant, run));
    }

    private boolean isNoticed(Rule sound, Mutant mutant, Run run) {
        boolean fires =
                mutant.rule().isPresent() && run.symptoms().fires(mutant.rule().get());
        boolean expected = run.fired().contains(sound.name());
        if (fires != expected
                && (run.tested().fires().contains(sound.name())
                        || run.tested().silent().contains(sound.name()))) {
            return true;
        }
        return !run.tested().cause().isEmpty() && rank(run, sound, mutant, fires) != rank(run);
    }

    private boolean rank(Run run) {
        return CaseRunner.isMet(run.tested(), Ranking.of(knowledge.causes(), priors, run.evidence()));
    }

    private boolean rank(Run run, Rule sound, Mutant mutant, boolean fires) {
        List<Evidence> evidence = new ArrayList<>(run.evidence());
        evidence.removeIf(item -> item.rule().equals(sound.name()));
        if (fires) {
            for (Rule.Consequence consequence : mutant.rule().orElseThrow().conclusions()) {
                if (consequence instanceof Rule.Concludes concludes) {
                    evidence.add(new Evidence(
                            sound.name(),
                            concludes.cause(),
                            concludes.group(),
                            concludes.strength(),
                            concludes.reason(),
                            List.<Symptom>of()));
                }
            }
        }
        return CaseRunner.isMet(run.tested(), Ranking.of(knowledge.causes(), priors, evidence));
    }

    private static Flaw flaw(Rule rule, Mutant mutant) {
        return new Flaw(
                rule.file(),
                rule.line(),
                1,
                Flaw.Severity.WARNING,
                "unnoticed-mistake",
                "no case notices when this rule is changed: " + mutant.what(),
                "Add a near miss that differs in just this, and name the rule under silent, or under fires.",
                "rule \"" + rule.name() + "\"");
    }
}
