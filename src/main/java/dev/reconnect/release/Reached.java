package dev.reconnect.release;

import dev.reconnect.fact.Symptom;
import dev.reconnect.knowledge.Case;
import dev.reconnect.rules.Conclusions;
import dev.reconnect.rules.FiringLimitReached;
import dev.reconnect.rules.Rule;
import dev.reconnect.rules.RuleBase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One case with all symptoms that hold in it, reported and derived, and the rules that fired on them. */
record Reached(Case tested, NearestMiss symptoms, Set<String> fired) {

    /** Runs all cases that have symptoms. */
    static List<Reached> by(List<Case> cases, RuleBase rules, Deadline deadline) {
        List<Reached> reached = new ArrayList<>();
        for (Case tested : cases) {
            deadline.check();
            if (!tested.symptoms().isEmpty()) {
                run(tested, rules, reached);
            }
        }
        return reached;
    }

    private static void run(Case tested, RuleBase rules, List<Reached> reached) {
        List<Symptom> symptoms = tested.symptoms();
        try {
            Conclusions conclusions = rules.open(symptoms).conclusions();
            reached.add(new Reached(
                    tested, new NearestMiss(symptoms, conclusions.derived()), CaseRunner.fired(conclusions)));
        } catch (FiringLimitReached e) {
            // Such a case is a flaw of its own and says nothing about what the others reach.
            reached.add(new Reached(tested, new NearestMiss(symptoms, List.of()), Set.of()));
        }
    }

    boolean holds(Rule.Condition condition) {
        return symptoms.holds(condition);
    }
}
