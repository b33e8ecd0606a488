package dev.reconnect.release;

import dev.reconnect.diagnosis.Priors;
import dev.reconnect.diagnosis.Ranking;
import dev.reconnect.fact.Evidence;
import dev.reconnect.fact.Symptom;
import dev.reconnect.knowledge.Cause;
import dev.reconnect.rules.Rule;
import dev.reconnect.rules.RuleBase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the rules and cases of a release leave out.
 *
 * @param rules        every rule, with how many cases reach it
 * @param neverFired   rules that fire in no case
 * @param unreached    conditions that no case ever meets, or no case ever fails: a mistake in them would go unnoticed
 * @param unread       symptoms of the vocabulary that no rule reads
 * @param unreachable  causes that even all their evidence together does not bring to the top
 */
public record Coverage(
        List<RuleUse> rules,
        List<String> neverFired,
        List<UnreachedCondition> unreached,
        List<String> unread,
        List<String> unreachable) {

    /** @param symptoms ids that the rule reads, for a map of rules over symptoms */
    public record RuleUse(String rule, String file, int line, int fires, int silent, Set<String> symptoms) {}

    /** @param holdsNever whether no case meets it; otherwise every case does */
    public record UnreachedCondition(String rule, String file, int line, String condition, boolean holdsNever) {}

    public Coverage {
        rules = List.copyOf(rules);
        neverFired = List.copyOf(neverFired);
        unreached = List.copyOf(unreached);
        unread = List.copyOf(unread);
        unreachable = List.copyOf(unreachable);
    }

    public static Coverage of(Release release, Deadline deadline) {
        List<Reached> cases = Reached.by(release.knowledge().cases(), RuleBase.of(release.rules()), deadline);
        List<RuleUse> rules = new ArrayList<>();
        List<UnreachedCondition> unreached = new ArrayList<>();
        Set<String> read = new TreeSet<>();
        for (Rule rule : release.rules()) {
            deadline.check();
            Set<String> symptoms = new TreeSet<>();
            for (Rule.Condition condition : rule.conditions()) {
                symptoms.add(condition.symptom());
                long meeting =
                        cases.stream().filter(one -> one.holds(condition)).count();
                if (meeting == 0 || meeting == cases.size()) {
                    unreached.add(new UnreachedCondition(
                            rule.name(), rule.file(), condition.line(), NearestMiss.written(condition), meeting == 0));
                }
            }
            read.addAll(symptoms);
            rules.add(use(rule, cases, symptoms));
        }
        return new Coverage(
                rules,
                rules.stream()
                        .filter(use -> use.fires() == 0)
                        .map(RuleUse::rule)
                        .toList(),
                unreached,
                release.knowledge().symptoms().keySet().stream()
                        .filter(id -> !read.contains(id))
                        .toList(),
                unreachable(release));
    }

    private static RuleUse use(Rule rule, List<Reached> cases, Set<String> symptoms) {
        int fires = (int)
                cases.stream().filter(one -> one.fired().contains(rule.name())).count();
        int silent = (int) cases.stream()
                .filter(one -> one.tested().silent().contains(rule.name()))
                .count();
        return new RuleUse(rule.name(), rule.file(), rule.line(), fires, silent, symptoms);
    }

    /** All evidence for a cause at once, and none against it, is the best that can happen to it. */
    private static List<String> unreachable(Release release) {
        Map<String, List<Evidence>> best = new HashMap<>();
        Symptom some = new Symptom("any", "any");
        for (Rule rule : release.rules()) {
            for (Rule.Consequence consequence : rule.conclusions()) {
                if (consequence instanceof Rule.Concludes concludes
                        && concludes.strength().decibans() > 0) {
                    best.computeIfAbsent(concludes.cause(), cause -> new ArrayList<>())
                            .add(new Evidence(
                                    rule.name(),
                                    concludes.cause(),
                                    concludes.group(),
                                    concludes.strength(),
                                    concludes.reason(),
                                    List.of(some)));
                }
            }
        }
        Map<String, Cause> causes = release.knowledge().causes();
        Priors priors = Priors.authored(release.knowledge());
        return priors.parts().keySet().stream()
                .filter(cause -> !isFirst(cause, Ranking.of(causes, priors, best.getOrDefault(cause, List.of()))))
                .toList();
    }

    private static boolean isFirst(String cause, Ranking ranking) {
        return ranking.scores().get(0).cause().id().equals(cause)
                && !ranking.scores().get(0).supporting().isEmpty();
    }
}
