package dev.reconnect.rules;

import dev.reconnect.rules.Rule.Comparison;
import dev.reconnect.rules.Rule.NumberTest;
import dev.reconnect.rules.Rule.Test;
import dev.reconnect.rules.Rule.ValueTest;
import dev.reconnect.rules.Token.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what stands in the brackets of one pattern. */
final class ConstraintReader {

    static final int MOST_TESTS = 3;

    private static final Pattern NAME = Pattern.compile("[a-z0-9./_-]{1,80}");
    private static final Pattern NUMBER = Pattern.compile("(0|[1-9][0-9]*)(\\.[0-9]+)?");
    private static final Pattern FITTING_NUMBER = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,6})?");

    private final Tokens tokens;
    private final List<Test> tests = new ArrayList<>();
    private String symptom = "";

    ConstraintReader(Tokens tokens) {
        this.tokens = tokens;
    }

    /** The id that the pattern asks for; empty when it could not be read. */
    String symptom() {
        return symptom;
    }

    List<Test> tests() {
        return tests;
    }

    /** Reads up to the closing bracket, that one included. */
    void read(Token type) {
        if (!tokens.sees("id") && !isForeign()) {
            tokens.error(
                    tokens.sees(")") ? type : tokens.peek(),
                    "id-first",
                    "a pattern must begin with id == and a literal, so that the engine can look it up",
                    "write " + ConditionReader.PATTERN);
        }
        if (!tokens.sees(")")) {
            do {
                readTest();
            } while (readSeparator());
        }
        tokens.expect(")", "close the pattern with ')'");
        if (tests.size() > MOST_TESTS) {
            tokens.error(
                    type,
                    "too-many-tests",
                    "a pattern has at most " + MOST_TESTS + " tests after its id",
                    "split the rule");
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
                return !tokens.atRulePart() && !tokens.sees(")");
            }
            refuseAfterTest(token);
            tokens.next();
            tokens.skipTo(",", ")");
        }
        return false;
    }

    private void refuseAfterTest(Token token) {
        if (List.of("+", "-", "*", "/", "%").contains(token.text()) && token.kind() == Kind.SYMBOL) {
            tokens.error(token, "arithmetic", "tests do not calculate", "compare with one literal");
        } else if (token.is(".") || token.is("(")) {
            refuseCall(token);
        } else {
            tokens.unexpected("',' or ')'", "separate tests with ',' and close the pattern with ')'");
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
                    field, "nested-parentheses", "tests do not stand in brackets of their own", "delete the brackets");
        } else if (field.kind() == Kind.NAME && (sign.is(":") || sign.is(":="))) {
            tokens.error(
                    field,
                    "binding-in-pattern",
                    "a variable names a whole symptom, not a part of it",
                    "write '" + field.text() + " : Symptom( … )'");
        } else if (field.kind() == Kind.NAME && (sign.is(".") || sign.is("("))) {
            refuseCall(field);
        } else if (field.kind() == Kind.NAME) {
            readComparison(field);
            return;
        } else {
            tokens.unexpected("id, value or number", "write " + ConditionReader.PATTERN);
        }
        tokens.skipTo(",", ")");
    }

    private void refuseCall(Token at) {
        tokens.error(at, "method-call", "nothing is called in a test", "compare id, value or number with a literal");
    }

    private void readComparison(Token field) {
        switch (field.text()) {
            case "id" -> readId();
            case "value" -> readValue();
            case "number" -> readNumber();
            default -> {
                tokens.error(
                        field,
                        "unknown-field",
                        "a symptom has no '" + field.text() + "'",
                        Spelling.hint(
                                field.text(), List.of("id", "value", "number"), "a symptom has id, value and number"));
                tokens.skipTo(",", ")");
            }
        }
    }

    private void readId() {
        Token field = tokens.next();
        Token sign = tokens.peek();
        if (!symptom.isEmpty()) {
            tokens.error(field, "duplicate-id", "a pattern asks for one id", "write a second pattern");
        }
        if (sign.is("!=")) {
            tokens.error(
                    sign,
                    "not-equal-first",
                    "a pattern cannot begin with != : every symptom would have to be tried",
                    "name the id with ==, or write not Symptom( id == \"…\" )");
            tokens.skipTo(",", ")");
        } else if (acceptEquals(sign)) {
            readLiteral("id").ifPresent(this::setSymptom);
        }
    }

    private void setSymptom(Token literal) {
        symptom = symptom.isEmpty() ? literal.text() : symptom;
        if (!NAME.matcher(literal.text()).matches()) {
            tokens.error(
                    literal,
                    "bad-name",
                    literal.shown() + " is no name of a symptom",
                    "names are lower-case letters, digits and . / _ -");
        }
    }

    private void readValue() {
        tokens.next();
        Token sign = tokens.peek();
        if (isOrder(sign)) {
            tokens.error(
                    sign,
                    "value-order",
                    "value is text and has no order",
                    "write number " + sign.text() + " … for a symptom that is a number");
            tokens.skipTo(",", ")");
        } else if (tokens.accept("!=") || acceptEquals(sign)) {
            readLiteral("value").ifPresent(literal -> addValue(sign.is("=="), literal));
        }
    }

    private void addValue(boolean equal, Token literal) {
        String value = literal.text();
        if (value.isBlank()
                || !value.equals(value.strip())
                || !value.equals(value.toLowerCase(java.util.Locale.ROOT))) {
            tokens.error(
                    literal,
                    "bad-value",
                    literal.shown() + " can never be reported: values are lower-case, without blanks at the ends",
                    "write \"" + value.strip().toLowerCase(java.util.Locale.ROOT) + "\"");
        }
        tests.add(new ValueTest(equal, value));
    }

    private void readNumber() {
        tokens.next();
        Token sign = tokens.peek();
        Optional<Comparison> comparison = Arrays.stream(Comparison.values())
                .filter(candidate -> sign.is(candidate.sign()))
                .findFirst();
        if (comparison.isPresent()) {
            tokens.next();
            readNumberLiteral(comparison.get());
        } else if (sign.is("!=")) {
            tokens.error(
                    sign, "number-not-equal", "number != is refused: it cannot be indexed", "write two rules, < and >");
            tokens.skipTo(",", ")");
        } else {
            acceptEquals(sign);
            tokens.skipTo(",", ")");
        }
    }

    private void readNumberLiteral(Comparison comparison) {
        boolean negative = tokens.accept("-");
        Token literal = tokens.peek();
        if (literal.kind() == Kind.STRING) {
            tokens.error(
                    literal,
                    "number-needs-number",
                    "number is compared with a number but " + literal.shown() + " is a string",
                    "write it without quotes, or compare value");
            tokens.skipTo(",", ")");
        } else if (literal.kind() != Kind.NUMBER) {
            refuseLiteral("number", literal, "write a number such as 5 or 0.5");
        } else {
            tokens.next();
            addNumber(comparison, negative, literal);
        }
    }

    private void addNumber(Comparison comparison, boolean negative, Token literal) {
        if (!NUMBER.matcher(literal.text()).matches()) {
            tokens.error(
                    literal, "bad-number", literal.shown() + " is not a plain decimal number", "write 5, -5 or 0.5");
        } else if (!FITTING_NUMBER.matcher(literal.text()).matches()) {
            tokens.error(
                    literal,
                    "huge-number",
                    literal.shown() + " has too many digits",
                    "at most nine digits before the point and six after it");
        } else {
            double number = Double.parseDouble(literal.text());
            tests.add(new NumberTest(comparison, negative ? -number : number));
        }
    }

    private boolean acceptEquals(Token sign) {
        if (tokens.accept("==")) {
            return true;
        }
        if (sign.is("=")) {
            tokens.error(sign, "single-equals", "'=' compares nothing", "write ==");
            tokens.next();
            return true;
        }
        tokens.unexpected("'=='", "write " + ConditionReader.PATTERN);
        tokens.skipTo(",", ")");
        return false;
    }

    /** The string that {@code id} or {@code value} is compared with; empty and reported when it is something else. */
    private Optional<Token> readLiteral(String field) {
        Token literal = tokens.peek();
        if (literal.kind() == Kind.STRING) {
            return Optional.of(tokens.next());
        }
        boolean number = literal.kind() == Kind.NUMBER
                || (literal.is("-") && tokens.peek(1).kind() == Kind.NUMBER);
        if (number) {
            tokens.error(
                    literal,
                    "value-needs-string",
                    field + " is compared with a string but " + literal.shown() + " is a number",
                    "write it in double quotes, or compare number");
            tokens.skipTo(",", ")");
        } else {
            refuseLiteral(field, literal, "write it in double quotes: " + field + " == \"…\"");
        }
        return Optional.empty();
    }

    private void refuseLiteral(String field, Token literal, String hint) {
        if (literal.is(")") || literal.is(",") || tokens.atRulePart()) {
            tokens.unexpected("a literal", hint);
        } else if (literal.is("(")) {
            tokens.error(literal, "nested-parentheses", "tests do not stand in brackets of their own", hint);
        } else {
            tokens.error(
                    literal,
                    "not-a-literal",
                    field + " must be compared with a literal but " + literal.shown() + " is none",
                    hint);
        }
        tokens.skipTo(",", ")");
    }

    private static boolean isOrder(Token sign) {
        return sign.is("<") || sign.is("<=") || sign.is(">") || sign.is(">=");
    }
}
