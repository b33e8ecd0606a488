package dev.reconnect.rules;

import dev.reconnect.rules.Rule.Condition;
import dev.reconnect.rules.Token.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one condition of a rule: a pattern, a {@code not} pattern, or something to refuse. */
final class ConditionReader {

    static final String PATTERN = "Symptom( id == \"…\", value == \"…\" )";

    private final Tokens tokens;
    private final Imports imports;
    private final SourceText source;
    private final Map<String, Token> bindings;

    /** @param bindings the variables of the rule so far; grows as patterns bind more */
    ConditionReader(Tokens tokens, Imports imports, SourceText source, Map<String, Token> bindings) {
        this.tokens = tokens;
        this.imports = imports;
        this.source = source;
        this.bindings = bindings;
    }

    /** Steps at least one word ahead. Empty when what stands here is no pattern; that is reported. */
    Optional<Condition> read(boolean first) {
        Token start = tokens.peek();
        Optional<Refusal> refusal = Refusal.inCondition(start);
        if (refusal.isPresent()) {
            refuse(start, refusal.get());
            return Optional.empty();
        }
        boolean negated = readNot(first);
        if (tokens.sees("(")) {
            refuseBrackets();
            return Optional.empty();
        }
        String binding = readBinding(negated);
        return readPattern(negated, binding, start);
    }

    /** Words such as {@code exists} stand before a pattern: that one is still read, for its own flaws. */
    private void refuse(Token start, Refusal refusal) {
        tokens.next();
        Optional<Refusal> inner = refusal == Refusal.FROM ? Refusal.inCondition(tokens.peek()) : Optional.empty();
        inner.orElse(refusal).report(tokens, inner.isPresent() ? tokens.peek() : start);
        boolean prefix = refusal == Refusal.EXISTS || refusal == Refusal.OR || refusal == Refusal.AND;
        if (!prefix && !tokens.peek().firstOnLine()) {
            tokens.skipLine();
        } else if (tokens.sees("(")) {
            tokens.skipBrackets();
        }
    }

    private boolean readNot(boolean first) {
        Token not = tokens.peek();
        if (!tokens.accept("not")) {
            return false;
        }
        if (first) {
            tokens.error(
                    not,
                    "leading-not",
                    "the first condition is a 'not': such a rule is tried in every diagnosis",
                    "begin with a symptom that was reported");
        }
        while (tokens.sees("not")) {
            tokens.error(tokens.next(), "double-not", "'not not' is refused", "write the pattern without 'not'");
        }
        return true;
    }

    private void refuseBrackets() {
        Optional<Token> inside = tokens.refusedInside();
        inside.flatMap(Refusal::inCondition)
                .ifPresentOrElse(
                        refusal -> refusal.report(tokens, inside.get()),
                        () -> tokens.error(
                                tokens.peek(),
                                "nested-parentheses",
                                "conditions do not stand in brackets of their own",
                                "write one pattern a line: " + PATTERN));
        tokens.skipBrackets();
    }

    private String readBinding(boolean negated) {
        Token name = tokens.peek();
        boolean binds = name.kind() == Kind.NAME
                && (tokens.peek(1).is(":") || tokens.peek(1).is(":="));
        if (!binds) {
            return "";
        }
        tokens.next();
        Token sign = tokens.next();
        if (negated) {
            tokens.error(
                    name,
                    "binding-on-not",
                    "a 'not' pattern cannot be bound: there is nothing to name",
                    "delete '" + name.text() + " :'");
            return "";
        }
        if (sign.is(":=") || !name.text().matches("\\$[a-zA-Z][a-zA-Z0-9]{0,39}")) {
            tokens.error(
                    name,
                    "bad-binding",
                    "a variable is '$' with letters and digits, followed by ':'",
                    "write it as '$seen : Symptom( … )'");
        } else if (bindings.containsKey(name.text())) {
            tokens.error(
                    name, "duplicate-binding", name.text() + " is bound twice in this rule", "choose another name");
        }
        bindings.putIfAbsent(name.text(), name);
        return name.text();
    }

    private Optional<Condition> readPattern(boolean negated, String binding, Token start) {
        Token type = tokens.peek();
        boolean pattern = type.kind() == Kind.NAME && tokens.peek(1).is("(");
        if (pattern && type.is("Symptom")) {
            imports.usesSymptom(type);
            tokens.next();
            tokens.next();
            ConstraintReader constraints = new ConstraintReader(tokens);
            constraints.read(type);
            return Optional.of(new Condition(
                    negated, binding, constraints.symptom(), constraints.tests(), source.line(start.offset())));
        }
        refusePattern(type, pattern);
        return Optional.empty();
    }

    private void refusePattern(Token type, boolean pattern) {
        Optional<Refusal> refusal = Refusal.inCondition(type);
        if (refusal.isPresent()) {
            refusal.get().report(tokens, type);
        } else if (pattern) {
            String hint = Spelling.nearest(type.text(), List.of("Symptom")).isEmpty()
                    ? "rules read symptoms: " + PATTERN
                    : "did you mean Symptom?";
            tokens.error(type, "pattern-type", "'" + type.text() + "' is not what rules read", hint);
        } else {
            tokens.unexpected("a pattern", "write one pattern a line: " + PATTERN);
        }
        if (!tokens.atRulePart()) {
            tokens.skipLine();
        }
    }
}
