package dev.reconnect.rules;

import dev.reconnect.rules.Rule.Test;
import dev.reconnect.rules.Token.Kind;
import java.util.List;
import java.util.Optional;

/** Reads what stands in the brackets of one pattern. */
final class ConstraintReader {

    static final int MOST_TESTS = 3;

    private final Tokens tokens;
    private final ComparisonReader comparisons;

    ConstraintReader(Tokens tokens) {
        this.tokens = tokens;
        this.comparisons = new ComparisonReader(tokens);
    }

    /** The id that the pattern asks for; empty when it could not be read. */
    String symptom() {
        return comparisons.symptom();
    }

    List<Test> tests() {
        return comparisons.tests();
    }

    /** Reads up to the closing bracket, that one included. */
    void read(Token type) {
        int errors = tokens.flaws().errors();
        if (!tokens.sees("id") && !isForeign()) {
            tokens.error(
                    tokens.sees(")") ? type : tokens.peek(),
                    "id-first",
                    "a pattern must begin with id == and a literal, so that the engine can look it up",
                    "Write " + ConditionReader.PATTERN);
        }
        if (!tokens.sees(")")) {
            do {
                readTest();
            } while (readSeparator());
        }
        if (!tokens.accept(")") && tokens.flaws().errors() == errors) {
            tokens.missing("')'", "Close the pattern with ')'.");
        }
        if (tests().size() > MOST_TESTS) {
            tokens.error(
                    type,
                    "too-many-tests",
                    "a pattern has at most " + MOST_TESTS + " tests after its id",
                    "Split the rule.");
        }
    }

    /** Whether what stands here gets a flaw of its own, and needs no word about the order on top. */
    private boolean isForeign() {
        return Refusal.inCondition(tokens.peek()).isPresent()
                || tokens.sees("(")
                || tokens.peek(1).is(":")
                || tokens.peek(1).is(".")
                || tokens.peek(1).is("(");
    }

    private boolean readSeparator() {
        while (!tokens.sees(")") && !tokens.atRulePart()) {
            Token token = tokens.peek();
            if (tokens.accept(",")) {
                return true;
            }
            Optional<Refusal> refusal = Refusal.inCondition(token);
            if (refusal.isPresent() && !token.is("/")) {
                refusal.get().report(tokens, token);
                tokens.next();
                if (tokens.sees(Kind.NAME) && !tokens.atRulePart()) {
                    return true;
                }
            } else {
                refuseAfterTest(token);
                if (beginsPattern(token)) {
                    return false;
                }
                tokens.next();
            }
            tokens.skipTo(",", ")");
        }
        return false;
    }

    /** Whether the bracket was forgotten and the next pattern is already there. */
    private boolean beginsPattern(Token token) {
        return token.firstOnLine()
                && (token.is("not") || token.is("Symptom") || tokens.peek(1).is(":"));
    }

    private void refuseAfterTest(Token token) {
        if (List.of("+", "-", "*", "/", "%").contains(token.text()) && token.kind() == Kind.SYMBOL) {
            tokens.error(token, "arithmetic", "tests do not calculate", "Compare with one literal.");
        } else if (token.is(".") || token.is("(")) {
            refuseCall(token);
        } else {
            tokens.missing("',' or ')'", "Separate tests with ',' and close the pattern with ')'.");
        }
    }

    private void readTest() {
        Token field = tokens.peek();
        Token sign = tokens.peek(1).is("not") ? tokens.peek(2) : tokens.peek(1);
        Optional<Refusal> refusal = Refusal.inCondition(field)
                .or(() -> field.kind() == Kind.NAME && !sign.firstOnLine()
                        ? Refusal.inCondition(sign)
                        : Optional.empty());
        if (refusal.isPresent()) {
            refusal.get().report(tokens, Refusal.inCondition(field).isPresent() ? field : sign);
        } else if (field.is("(")) {
            tokens.error(
                    field, "nested-parentheses", "tests do not stand in brackets of their own", "Delete the brackets.");
        } else if (field.kind() == Kind.NAME && (sign.is(":") || sign.is(":="))) {
            tokens.error(
                    field,
                    "binding-in-pattern",
                    "a variable names a whole symptom, not a part of it",
                    "Write '" + field.text() + " : Symptom( … )'");
        } else if (field.kind() == Kind.NAME && (sign.is(".") || sign.is("("))) {
            refuseCall(field);
        } else if (field.kind() == Kind.NAME) {
            comparisons.read(field);
            return;
        } else {
            tokens.unexpected("id, value or number", "Write " + ConditionReader.PATTERN);
        }
        tokens.skipTo(",", ")");
    }

    private void refuseCall(Token at) {
        tokens.error(at, "method-call", "nothing is called in a test", "Compare id, value or number with a literal.");
    }
}
