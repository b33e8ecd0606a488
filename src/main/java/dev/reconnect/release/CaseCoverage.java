package dev.reconnect.release;

import dev.reconnect.knowledge.Case;
import dev.reconnect.knowledge.Cause;
import dev.reconnect.knowledge.Flaw;
import dev.reconnect.knowledge.Knowledge;
import dev.reconnect.rules.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Whether the cases ask enough: every rule fires in one and stays silent in a near miss of another, every cause is brought
 * to the top by one and kept from it by another.
 */
public final class CaseCoverage {

    private CaseCoverage() {}

    /** @param rules all that could be read, also those with flaws of their own */
    public static List<Flaw> flaws(Knowledge knowledge, List<Rule> rules) {
        List<Flaw> flaws = new ArrayList<>();
        Set<String> fires = new HashSet<>();
        Set<String> silent = new HashSet<>();
        Map<String, Set<Case.Expect>> expected = new TreeMap<>();
        for (Case tested : knowledge.cases()) {
            fires.addAll(tested.fires());
            silent.addAll(tested.silent());
            expected.computeIfAbsent(tested.cause(), cause -> new HashSet<>()).add(tested.expect());
        }
        Map<String, Rule> firstOfCause = new TreeMap<>();
        for (Rule rule : rules) {
            String condition = rule.name().substring(rule.name().indexOf('/') + 1);
            if (!fires.contains(rule.name())) {
                flaws.add(flaw(rule, "rule-without-case", "no case names \"" + condition + "\" under fires"));
            }
            if (!silent.contains(rule.name())) {
                flaws.add(flaw(rule, "rule-without-near-miss", "no case names \"" + condition + "\" under silent"));
            }
            for (Rule.Consequence consequence : rule.conclusions()) {
                if (consequence instanceof Rule.Concludes concludes) {
                    firstOfCause.putIfAbsent(concludes.cause(), rule);
                }
            }
        }
        firstOfCause.forEach((cause, rule) -> flaws.addAll(about(cause, rule, expected.getOrDefault(cause, Set.of()))));
        for (Cause cause : knowledge.causes().values()) {
            if (cause.isActive() && !firstOfCause.containsKey(cause.id())) {
                flaws.add(new Flaw(
                        "knowledge/causes/" + cause.area() + "/" + cause.id() + ".yaml",
                        1,
                        1,
                        Flaw.Severity.ERROR,
                        "cause-without-rule",
                        "no rule speaks about the cause \"" + cause.id() + "\"",
                        "Write rules/" + cause.area() + "/" + cause.id() + ".drl.",
                        ""));
            }
        }
        return flaws;
    }

    private static List<Flaw> about(String cause, Rule rule, Set<Case.Expect> expected) {
        List<Flaw> flaws = new ArrayList<>();
        if (!expected.contains(Case.Expect.FIRST)) {
            flaws.add(flaw(rule, "cause-without-case", "no case expects the cause \"" + cause + "\" to be first"));
        }
        if (!expected.contains(Case.Expect.NOT_FIRST) && !expected.contains(Case.Expect.RULED_OUT)) {
            flaws.add(flaw(
                    rule,
                    "cause-without-counter-case",
                    "no case expects the cause \"" + cause + "\" to be not-first or ruled-out"));
        }
        return flaws;
    }

    private static Flaw flaw(Rule rule, String code, String message) {
        return new Flaw(
                rule.file(),
                rule.line(),
                1,
                Flaw.Severity.ERROR,
                code,
                message,
                "Add it to " + rule.file().replaceAll("\\.drl$", ".cases.yaml") + ".",
                "rule \"" + rule.name() + "\"");
    }
}
