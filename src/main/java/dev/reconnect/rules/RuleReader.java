package dev.reconnect.rules;

import dev.reconnect.rules.Rule.Condition;
import dev.reconnect.rules.Rule.Consequence;
import dev.reconnect.rules.Token.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one rule, from the word {@code rule} to its {@code end}. */
final class RuleReader {

    static final int MOST_CONDITIONS = 6;
    static final int MOST_CONCLUSIONS = 3;

    /** Patterns without {@code value ==} can match many symptoms each, and their matches multiply. */
    static final int MOST_WIDE = 2;

    private final Tokens tokens;
    private final Imports imports;
    private final Optional<RulePath> place;
    private final SourceText source;
    private final Map<String, Token> bindings = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();

    RuleReader(Tokens tokens, Imports imports, Optional<RulePath> place, SourceText source) {
        this.tokens = tokens;
        this.imports = imports;
        this.place = place;
        this.source = source;
    }

    /** The rule as far as it could be read; whether it is whole shows in the flaws. */
    Rule read() {
        Token start = tokens.next();
        int line = source.line(start.offset());
        String name = readName(start);
        readHead();
        List<Condition> conditions = readConditions();
        List<Consequence> conclusions = readConclusions();
        readEnd(name, line);
        bindings.forEach((binding, at) -> {
            if (!used.contains(binding)) {
                tokens.flaws()
                        .warning(
                                at.offset(),
                                "unused-binding",
                                binding + " is bound but no conclusion rests on it",
                                "name it in the conclusion, or write the pattern without it");
            }
        });
        return new Rule(name, source.path(), line, conditions, conclusions);
    }

    private String readName(Token start) {
        String prefix = place.map(RulePath::name).orElse("<file>") + "/";
        String hint = "name it \"" + prefix + "<condition>\", in lower-case letters, digits and '-'";
        Token named = tokens.peek();
        if (named.kind() != Kind.STRING) {
            tokens.error(start, "rule-name", "a rule's name stands in double quotes after 'rule'", hint);
            while (!tokens.peek().firstOnLine() && !tokens.atRulePart()) {
                tokens.next();
            }
            return prefix + "unnamed";
        }
        tokens.next();
        boolean fits = place.isEmpty() || named.text().startsWith(prefix);
        if (!fits || !named.text().matches("[a-z0-9-]{1,80}/[a-z0-9-]{1,80}")) {
            tokens.error(
                    named,
                    "rule-name",
                    "the rule name " + named.shown() + " is not the file's name, '/' and a condition",
                    hint);
        }
        return named.text();
    }

    private void readHead() {
        while (!tokens.atRulePart()) {
            Token token = tokens.peek();
            Optional<Refusal> refusal = Refusal.inHead(token);
            if (refusal.isPresent()) {
                refusal.get().report(tokens, token);
            } else {
                tokens.unexpected("'when'", "write 'when' on a line of its own after the rule's name");
            }
            tokens.skipLine();
        }
        if (!tokens.accept("when")) {
            tokens.error(
                    tokens.peek(),
                    "missing-when",
                    "expected 'when' but found " + tokens.peek().shown(),
                    "write 'when' and the conditions before 'then'");
        }
    }

    private List<Condition> readConditions() {
        List<Condition> conditions = new ArrayList<>();
        Token start = tokens.peek();
        int errors = tokens.flaws().errors();
        ConditionReader reader = new ConditionReader(tokens, imports, source, bindings);
        while (!tokens.atRulePart()) {
            Token at = tokens.peek();
            Optional<Condition> condition = reader.read(conditions.isEmpty());
            condition.ifPresent(read -> add(conditions, read, at));
        }
        if (conditions.isEmpty() && tokens.flaws().errors() == errors) {
            tokens.error(
                    start,
                    "no-condition",
                    "this rule has no condition",
                    "begin with a pattern: $seen : Symptom( id == \"…\", value == \"…\" )");
        }
        return conditions;
    }

    private void add(List<Condition> conditions, Condition condition, Token at) {
        if (conditions.size() == MOST_CONDITIONS) {
            tokens.error(
                    at,
                    "too-many-conditions",
                    "a rule has at most " + MOST_CONDITIONS + " conditions",
                    "derive a symptom that stands for some of them, in rules/derive");
            return;
        }
        conditions.add(condition);
        if (isWide(condition) && conditions.stream().filter(RuleReader::isWide).count() == MOST_WIDE + 1) {
            tokens.error(
                    at,
                    "wide-conditions",
                    "more than " + MOST_WIDE + " conditions name no value: their matches multiply",
                    "write value == \"…\" in all but " + MOST_WIDE + " of them, or derive a symptom");
        }
    }

    private static boolean isWide(Condition condition) {
        return !condition.negated()
                && condition.tests().stream().noneMatch(test -> test instanceof Rule.ValueTest value && value.equal());
    }

    private List<Consequence> readConclusions() {
        List<Consequence> conclusions = new ArrayList<>();
        if (!tokens.accept("then")) {
            tokens.error(
                    tokens.peek(),
                    "missing-then",
                    "expected 'then' but found " + tokens.peek().shown(),
                    "write 'then' and a conclusion after the conditions");
        }
        Token start = tokens.peek();
        int errors = tokens.flaws().errors();
        ConclusionReader reader = new ConclusionReader(tokens, imports, bindings.keySet(), used);
        while (!tokens.atRuleEnd()) {
            Token at = tokens.peek();
            reader.read().ifPresent(conclusion -> add(conclusions, conclusion, at));
        }
        if (conclusions.isEmpty() && tokens.flaws().errors() == errors) {
            tokens.error(start, "no-conclusion", "this rule concludes nothing", "write " + Verb.CONFIRMS.example());
        }
        return conclusions;
    }

    private void add(List<Consequence> conclusions, Consequence conclusion, Token at) {
        if (conclusions.size() < MOST_CONCLUSIONS) {
            conclusions.add(conclusion);
        } else {
            tokens.error(
                    at,
                    "too-many-conclusions",
                    "a rule has at most " + MOST_CONCLUSIONS + " conclusions",
                    "write a second rule");
        }
    }

    private void readEnd(String name, int line) {
        if (tokens.accept("end")) {
            tokens.accept(";");
        } else {
            tokens.error(
                    tokens.peek(),
                    "missing-end",
                    "the rule \"" + name + "\" of line " + line + " has no 'end'",
                    "write 'end' on a line of its own before this");
        }
    }
}
