package dev.reconnect.rules;

import dev.reconnect.rules.Rule.Condition;
import dev.reconnect.rules.Rule.Consequence;
import dev.reconnect.rules.Token.Kind;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one rule, from the word {@code rule} to its {@code end}. */
final class RuleReader {

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

    /** @param whole whether nothing is wrong with the rule; otherwise it holds what could be read */
    record Result(Rule rule, boolean whole) {}

    Result read() {
        int errors = tokens.flaws().errors();
        Token start = tokens.next();
        int line = source.line(start.offset());
        String name = readName(start);
        readHead();
        List<Condition> conditions = new ConditionReader(tokens, imports, source, bindings).readAll();
        boolean unsure = conditions.isEmpty() && bindings.isEmpty();
        Optional<Set<String>> bound = unsure ? Optional.empty() : Optional.of(bindings.keySet());
        List<Consequence> conclusions = new ConclusionReader(tokens, imports, bound, used).readAll();
        readEnd(name, line);
        boolean whole = tokens.flaws().errors() == errors
                && !tokens.flaws().hasErrorBetween(start.offset(), tokens.peek().offset());
        if (whole) {
            warnOfUnusedBindings();
        }
        return new Result(new Rule(name, source.path(), line, conditions, conclusions), whole);
    }

    private void warnOfUnusedBindings() {
        bindings.forEach((binding, at) -> {
            if (!used.contains(binding)) {
                tokens.flaws()
                        .warning(
                                at.offset(),
                                "unused-binding",
                                binding + " is bound but no conclusion rests on it",
                                "Name it in the conclusion, or write the pattern without it.");
            }
        });
    }

    private String readName(Token start) {
        String prefix = place.map(RulePath::name).orElse("<file>") + "/";
        String hint = "Name it \"" + prefix + "<condition>\", in lower-case letters, digits and '-'";
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
                tokens.unexpected("'when'", "Write 'when' on a line of its own after the rule's name.");
            }
            tokens.skipLine();
        }
        if (!tokens.sees("when")) {
            tokens.error(
                    tokens.peek(),
                    "missing-when",
                    "expected 'when' but found " + tokens.peek().shown(),
                    "Write 'when' and the conditions before 'then'.");
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
                    "Write 'end' on a line of its own before this.");
        }
    }
}
