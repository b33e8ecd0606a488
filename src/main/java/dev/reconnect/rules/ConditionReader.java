package dev.reconnect.rules;

import dev.reconnect.knowledge.Nearest;
import dev.reconnect.rules.Rule.Condition;
import dev.reconnect.rules.Rule.ValueTest;
import dev.reconnect.rules.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one condition of a rule: a pattern, a {@code not} pattern, or something to refuse. */
final class ConditionReader {

    static final int MOST_CONDITIONS = 6;

    /** Patterns without {@code value ==} can match several symptoms each, and their matches multiply. */
    static final int MOST_WIDE = 2;

    static final String PATTERN = "Symptom( id == \"…\", value == \"…\" )";

    private final Tokens tokens;
    private final Imports imports;
    private final SourceText source;
    private final Map<String, Token> bindings;
    private final List<Condition> conditions = new ArrayList<>();

    /** @param bindings the variables of the rule so far; grows as patterns bind more */
    ConditionReader(Tokens tokens, Imports imports, SourceText source, Map<String, Token> bindings) {
        this.tokens = tokens;
        this.imports = imports;
        this.source = source;
        this.bindings = bindings;
    }

    /** Reads the word {@code when} if it is there, and all conditions up to {@code then}. */
    List<Condition> readAll() {
        Token start = tokens.peek();
        tokens.accept("when");
        Token first = tokens.peek();
        while (!tokens.sees("then") && !tokens.sees("insertLogical") && !tokens.atRuleEnd()) {
            Token at = tokens.peek();
            int before = tokens.flaws().errors();
            Optional<Condition> condition = read();
            boolean flawless = tokens.flaws().errors() == before;
            condition.ifPresent(conditions::add);
            if (flawless) {
                checkNumber(at);
            } else {
                bindAllSince(at);
            }
        }
        if (tokens.peek() == first) {
            tokens.error(start, "no-condition", "this rule has no condition", "Begin with $seen : " + PATTERN);
        }
        return conditions.size() > MOST_CONDITIONS ? conditions.subList(0, MOST_CONDITIONS) : conditions;
    }

    private void checkNumber(Token last) {
        if (conditions.size() == MOST_CONDITIONS + 1) {
            tokens.error(
                    last,
                    "too-many-conditions",
                    "a rule has at most " + MOST_CONDITIONS + " conditions",
                    "Derive a symptom that stands for some of them, in rules/derive.");
        }
        List<Condition> wide =
                conditions.stream().filter(ConditionReader::isWide).toList();
        if (wide.size() == MOST_WIDE + 1 && isWide(conditions.get(conditions.size() - 1))) {
            tokens.error(
                    last,
                    "wide-conditions",
                    "more than " + MOST_WIDE + " conditions name no value: their matches multiply",
                    "Write value == \"…\" in all but " + MOST_WIDE + " of them, or derive a symptom.");
        }
    }

    private static boolean isWide(Condition condition) {
        return !condition.negated()
                && condition.tests().stream().noneMatch(test -> test instanceof ValueTest value && value.equal());
    }

    /** Variables in a condition that was refused count as bound, so that no conclusion is blamed for them. */
    private void bindAllSince(Token start) {
        List<Token> skipped = tokens.since(start);
        for (int i = 0; i + 1 < skipped.size(); i++) {
            if (skipped.get(i).text().startsWith("$") && skipped.get(i + 1).is(":")) {
                bindings.putIfAbsent(skipped.get(i).text(), skipped.get(i));
            }
        }
    }

    /** Steps at least one word ahead. Empty when what stands here is no pattern; that is reported. */
    private Optional<Condition> read() {
        Token start = tokens.peek();
        Optional<Refusal> refusal = Refusal.inCondition(start);
        if (refusal.isPresent()) {
            refuse(start, refusal.get());
            return Optional.empty();
        }
        boolean negated = readNot();
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

    private boolean readNot() {
        Token not = tokens.peek();
        if (!tokens.accept("not")) {
            return false;
        }
        if (conditions.isEmpty()) {
            tokens.error(
                    not,
                    "leading-not",
                    "the first condition is a 'not': such a rule is tried in every diagnosis",
                    "Begin with a symptom that was reported.");
        }
        while (tokens.sees("not")) {
            tokens.error(tokens.next(), "double-not", "'not not' is refused", "Write the pattern without 'not'.");
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
                                "Write one pattern a line: " + PATTERN));
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
                    "Delete '" + name.text() + " :'");
            return "";
        }
        if (sign.is(":=") || !name.text().matches("\\$[a-zA-Z][a-zA-Z0-9]{0,39}")) {
            tokens.error(
                    name,
                    "bad-binding",
                    "a variable is '$' with letters and digits, followed by ':'",
                    "Write it as '$seen : Symptom( … )'.");
        } else if (bindings.containsKey(name.text())) {
            tokens.error(
                    name, "duplicate-binding", name.text() + " is bound twice in this rule", "Choose another name.");
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
            String hint = Nearest.to(type.text(), List.of("Symptom")).isEmpty()
                    ? "Rules read symptoms: " + PATTERN
                    : "Did you mean Symptom?";
            tokens.error(type, "pattern-type", "'" + type.text() + "' is not what rules read", hint);
        } else {
            tokens.unexpected("a pattern", "Write one pattern a line: " + PATTERN);
        }
        if (pattern) {
            tokens.next();
            tokens.skipBrackets();
        } else if (!tokens.atRuleEnd() && !tokens.sees("then")) {
            tokens.skipLine();
        }
    }
}
