package dev.reconnect.rules;

import dev.reconnect.fact.Symptom;
import dev.reconnect.knowledge.Flaw;
import dev.reconnect.knowledge.Knowledge;
import dev.reconnect.knowledge.Nearest;
import dev.reconnect.knowledge.SymptomDefinition;
import dev.reconnect.knowledge.SymptomDefinition.Choice;
import dev.reconnect.knowledge.SymptomDefinition.Type;
import dev.reconnect.rules.Rule.Advises;
import dev.reconnect.rules.Rule.Concludes;
import dev.reconnect.rules.Rule.Condition;
import dev.reconnect.rules.Rule.Consequence;
import dev.reconnect.rules.Rule.Derives;
import dev.reconnect.rules.Rule.NumberTest;
import dev.reconnect.rules.Rule.Test;
import dev.reconnect.rules.Rule.ValueTest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whether the symptoms, values, causes, fixes and groups that a rule names exist and are used as what they are. */
final class VocabularyChecks {

    /** Observations that say the same thing; see {@code rules/README.md}. */
    static final Set<String> GROUPS = Set.of(
            "code",
            "stage",
            "reachability",
            "certificate",
            "events",
            "change",
            "scope",
            "client",
            "host",
            "account",
            "network",
            "gateway",
            "service",
            "session",
            "licence",
            "log",
            "config",
            "timing");

    private static final int SHOWN = 12;

    private final Knowledge knowledge;

    VocabularyChecks(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    void check(RuleInFile rule, List<Flaw> flaws) {
        for (Condition condition : rule.rule().conditions()) {
            if (!condition.symptom().isEmpty()) {
                checkCondition(rule, condition, flaws);
            }
        }
        List<Consequence> conclusions = rule.rule().conclusions();
        for (int i = 0; i < conclusions.size(); i++) {
            if (conclusions.get(i) instanceof Concludes concludes) {
                checkEvidence(rule, i, concludes, flaws);
            } else if (conclusions.get(i) instanceof Derives derives) {
                checkDerivation(rule, i, derives, flaws);
            } else if (conclusions.get(i) instanceof Advises advises
                    && !knowledge.fixes().containsKey(advises.fix())) {
                flaws.add(rule.flaw(
                        i,
                        advises.fix(),
                        "unknown-fix",
                        "there is no fix \"" + advises.fix() + "\"",
                        Nearest.hint(
                                advises.fix(),
                                knowledge.fixes().keySet(),
                                "Add knowledge/fixes/<area>/" + advises.fix() + ".yaml.")));
            }
        }
    }

    private void checkCondition(RuleInFile rule, Condition condition, List<Flaw> flaws) {
        SymptomDefinition definition = knowledge.symptoms().get(condition.symptom());
        if (definition == null) {
            flaws.add(rule.flaw(
                    condition,
                    condition.symptom(),
                    "unknown-symptom",
                    "there is no symptom \"" + condition.symptom() + "\"",
                    symptomHint(condition.symptom())));
            return;
        }
        for (Test test : condition.tests()) {
            if (test instanceof NumberTest && definition.type() != Type.NUMBER) {
                flaws.add(rule.flaw(
                        condition,
                        condition.symptom(),
                        "not-a-number",
                        "\"" + definition.id() + "\" is no number",
                        "Compare value with one of its values."));
            } else if (test instanceof ValueTest value) {
                valueProblem(definition, value.value())
                        .ifPresent(problem -> flaws.add(rule.flaw(
                                condition, value.value(), problem.code(), problem.message(), problem.hint())));
            }
        }
    }

    private record Problem(String code, String message, String hint) {}

    private static Optional<Problem> valueProblem(SymptomDefinition definition, String value) {
        String named = "\"" + definition.id() + "\"";
        if (value.equals(Symptom.UNKNOWN)) {
            return Optional.of(new Problem(
                    "reads-unknown",
                    "\"unknown\" means that nobody knows, and no rule can read it",
                    "Read a value that says something; a rule that waits for none stays silent by itself."));
        }
        return switch (definition.type()) {
            case NUMBER ->
                Optional.of(new Problem("is-a-number", named + " is a number", "Compare number, without quotes."));
            case CHOICE -> choiceProblem(definition, value);
            case CODE ->
                CodeForm.normal(value)
                        .filter(normal -> !normal.equals(value))
                        .map(normal -> new Problem(
                                "code-not-normal",
                                "\"" + value + "\" is not the normal form of a code and would never match",
                                "Write \"" + normal + "\"."))
                        .or(() -> CodeForm.normal(value).isPresent()
                                ? Optional.empty()
                                : Optional.of(new Problem(
                                        "code-not-normal",
                                        "\"" + value + "\" is no code",
                                        "Write lower-case hexadecimal without leading zeros, such as 0x904.")));
            case TEXT -> Optional.empty();
        };
    }

    private static Optional<Problem> choiceProblem(SymptomDefinition definition, String value) {
        List<String> known = definition.choices().stream().map(Choice::value).toList();
        if (known.contains(value)) {
            return Optional.empty();
        }
        String list = String.join(", ", known.subList(0, Math.min(SHOWN, known.size())));
        return Optional.of(new Problem(
                "unknown-value",
                "\"" + definition.id() + "\" has no value \"" + value + "\"",
                Nearest.hint(value, known, "Known values: " + list + (known.size() > SHOWN ? ", ..." : "") + ".")));
    }

    private void checkEvidence(RuleInFile rule, int number, Concludes says, List<Flaw> flaws) {
        Set<String> causes = knowledge.causes().keySet();
        Optional<String> own = rule.place().filter(place -> !place.isGeneral()).map(RulePath::name);
        if (!causes.contains(says.cause())) {
            flaws.add(rule.flaw(
                    number,
                    says.cause(),
                    "unknown-cause",
                    "there is no cause \"" + says.cause() + "\"",
                    Nearest.hint(says.cause(), causes, "Add knowledge/causes/<area>/" + says.cause() + ".yaml.")));
        } else if (own.isPresent() && !own.get().equals(says.cause())) {
            flaws.add(rule.flaw(
                    number,
                    says.cause(),
                    "other-cause",
                    "this file speaks about \"" + own.get() + "\" but the rule about \"" + says.cause() + "\"",
                    "Move the rule to " + says.cause() + ".drl."));
        }
        if (!GROUPS.contains(says.group())) {
            flaws.add(rule.warning(
                    number,
                    says.group(),
                    "unknown-group",
                    "\"" + says.group() + "\" is no group: evidence in a group of its own counts twice",
                    Nearest.hint(says.group(), GROUPS, "Groups: " + String.join(", ", new TreeSet<>(GROUPS)) + ".")));
        }
    }

    private void checkDerivation(RuleInFile rule, int number, Derives says, List<Flaw> flaws) {
        SymptomDefinition definition = knowledge.symptoms().get(says.symptom());
        if (rule.place().filter(place -> !place.derives()).isPresent()) {
            flaws.add(rule.flaw(
                    number,
                    says.symptom(),
                    "derives-elsewhere",
                    "symptoms are derived in rules/derive only, where every author looks for them",
                    "Move the rule to rules/derive."));
        }
        if (definition == null) {
            flaws.add(rule.flaw(
                    number,
                    says.symptom(),
                    "unknown-symptom",
                    "there is no symptom \"" + says.symptom() + "\"",
                    symptomHint(says.symptom())));
            return;
        }
        valueProblem(definition, says.value())
                .ifPresent(problem ->
                        flaws.add(rule.flaw(number, says.value(), problem.code(), problem.message(), problem.hint())));
    }

    private String symptomHint(String id) {
        return Nearest.hint(id, knowledge.symptoms().keySet(), "Symptoms stand in knowledge/symptoms; add it there.");
    }
}
