package dev.reconnect.rules;

import dev.reconnect.knowledge.Flaw;
import dev.reconnect.knowledge.SymptomDefinition;
import dev.reconnect.rules.Rule.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether the conditions of a rule can all hold at once, and whether each of them says something. */
final class SenseChecks {

    private final Map<String, SymptomDefinition> symptoms;

    SenseChecks(Map<String, SymptomDefinition> symptoms) {
        this.symptoms = symptoms;
    }

    /** Reports each condition once at most. */
    void check(RuleInFile rule, List<Flaw> flaws) {
        List<Condition> conditions = rule.rule().conditions();
        for (int i = 0; i < conditions.size(); i++) {
            Condition later = conditions.get(i);
            if (!Tests.canHold(later.tests())) {
                flaws.add(unreachable(rule, later, "no value passes all its tests"));
                continue;
            }
            conditions.subList(0, i).stream()
                    .filter(earlier -> earlier.symptom().equals(later.symptom()))
                    .flatMap(earlier -> compare(rule, earlier, later).stream())
                    .findFirst()
                    .ifPresent(flaws::add);
        }
    }

    private Optional<Flaw> compare(RuleInFile rule, Condition earlier, Condition later) {
        if (earlier.negated() != later.negated()) {
            Condition wanted = earlier.negated() ? later : earlier;
            Condition unwanted = earlier.negated() ? earlier : later;
            boolean forbidden = Tests.imply(wanted.tests(), unwanted.tests());
            String why = "what line " + earlier.line() + " says and this cannot both be";
            return forbidden ? Optional.of(unreachable(rule, later, why)) : Optional.empty();
        }
        if (isRedundant(earlier, later)) {
            return Optional.of(rule.warning(
                    later,
                    "redundant-condition",
                    "together with line " + earlier.line() + " this condition adds nothing",
                    later.negated() ? "Keep the wider of the two." : "Keep the narrower of the two."));
        }
        if (!later.negated() && isSingle(later.symptom()) && !canBoth(earlier, later)) {
            String why =
                    "\"" + later.symptom() + "\" has one value at a time, line " + earlier.line() + " asks for another";
            return Optional.of(unreachable(rule, later, why));
        }
        return Optional.empty();
    }

    private static boolean isRedundant(Condition earlier, Condition later) {
        return Tests.imply(later.tests(), earlier.tests()) || Tests.imply(earlier.tests(), later.tests());
    }

    private static boolean canBoth(Condition one, Condition other) {
        List<Rule.Test> all = new ArrayList<>(one.tests());
        all.addAll(other.tests());
        return Tests.canHold(all);
    }

    private boolean isSingle(String symptom) {
        SymptomDefinition definition = symptoms.get(symptom);
        return definition != null && !definition.multiple();
    }

    private static Flaw unreachable(RuleInFile rule, Condition condition, String why) {
        return rule.flaw(
                condition,
                condition.symptom(),
                "unreachable",
                "this rule can never fire: " + why,
                "Correct one of the conditions, or delete the rule.");
    }
}
