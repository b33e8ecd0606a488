package dev.reconnect.rules;

import dev.reconnect.knowledge.Flaw;
import dev.reconnect.knowledge.Flaw.Severity;
import dev.reconnect.rules.Rule.Condition;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A rule with the file that it was read from, so that flaws can name the place. */
record RuleInFile(Rule rule, Optional<RulePath> place, RuleText text) {

    /** The whole and the broken rules of a file, in the order of the lines. */
    static List<RuleInFile> of(ReadFile file) {
        RuleText text = new RuleText(file);
        Optional<RulePath> place = RulePath.of(file.path());
        return Stream.concat(file.rules().stream(), file.broken().stream())
                .sorted(Comparator.comparingInt(Rule::line))
                .map(rule -> new RuleInFile(rule, place, text))
                .toList();
    }

    Flaw flaw(String code, String message, String hint) {
        return text.atRule(rule, Severity.ERROR, code, message, hint);
    }

    Flaw flaw(Condition condition, String literal, String code, String message, String hint) {
        return text.atCondition(condition, literal, Severity.ERROR, code, message, hint);
    }

    Flaw warning(Condition condition, String code, String message, String hint) {
        return text.atCondition(condition, condition.symptom(), Severity.WARNING, code, message, hint);
    }

    Flaw flaw(int conclusion, String literal, String code, String message, String hint) {
        return text.atConclusion(rule, conclusion, literal, Severity.ERROR, code, message, hint);
    }

    Flaw warning(int conclusion, String literal, String code, String message, String hint) {
        return text.atConclusion(rule, conclusion, literal, Severity.WARNING, code, message, hint);
    }

    String where() {
        return rule.file() + ":" + rule.line();
    }
}
