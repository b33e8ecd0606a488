package dev.reconnect.rules;

import dev.reconnect.knowledge.Nearest;
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

/** Reads the comparisons of one pattern: {@code id}, {@code value} or {@code number} with a literal. */
final class ComparisonReader {

    private static final Pattern NUMBER = Pattern.compile("(0|[1-9][0-9]*)(\\.[0-9]+)?");
    private static final Pattern FITTING_NUMBER = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,6})?");

    private final Tokens tokens;
    private final List<Test> tests = new ArrayList<>();
    private String symptom = "";

    ComparisonReader(Tokens tokens) {
        this.tokens = tokens;
    }

    String symptom() {
        return symptom;
    }

    List<Test> tests() {
        return tests;
    }

    /** Reads one comparison, whose field is next; what is no comparison is reported and skipped. */
    void read(Token field) {
        switch (field.text()) {
            case "id" -> readId();
            case "value" -> readValue();
            case "number" -> readNumber();
            default -> {
                tokens.error(
                        field,
                        "unknown-field",
                        "a symptom has no '" + field.text() + "'",
                        Nearest.hint(
                                field.text(), List.of("id", "value", "number"), "A symptom has id, value and number."));
                tokens.skipTo(",", ")");
            }
        }
    }

    private void readId() {
        Token field = tokens.next();
        Token sign = tokens.peek();
        if (!symptom.isEmpty()) {
            tokens.error(field, "duplicate-id", "a pattern asks for one id", "Write a second pattern.");
        }
        if (sign.is("!=")) {
            tokens.error(
                    sign,
                    "not-equal-first",
                    "a pattern cannot begin with != : every symptom would have to be tried",
                    "Name the id with ==, or write not Symptom( id == \"…\" ).");
            tokens.skipTo(",", ")");
        } else if (acceptEquals(sign)) {
            readLiteral("id").ifPresent(this::setSymptom);
        }
    }

    private void setSymptom(Token literal) {
        symptom = symptom.isEmpty() ? literal.text() : symptom;
        Literals.checkName(tokens, literal, "symptom");
    }

    private void readValue() {
        tokens.next();
        Token sign = tokens.peek();
        if (isOrder(sign)) {
            tokens.error(
                    sign,
                    "value-order",
                    "value is text and has no order",
                    "Write number " + sign.text() + " … for a symptom that is a number");
            tokens.skipTo(",", ")");
        } else if (tokens.accept("!=") || acceptEquals(sign)) {
            readLiteral("value").ifPresent(literal -> addValue(sign.is("=="), literal));
        }
    }

    private void addValue(boolean equal, Token literal) {
        Literals.checkValue(tokens, literal);
        tests.add(new ValueTest(equal, literal.text()));
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
                    sign,
                    "number-not-equal",
                    "number != is refused: it cannot be indexed",
                    "Write two rules, < and >.");
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
                    "Write it without quotes, or compare value.");
            tokens.skipTo(",", ")");
        } else if (literal.kind() != Kind.NUMBER) {
            refuseLiteral("number", literal, "Write a number such as 5 or 0.5.");
        } else {
            tokens.next();
            addNumber(comparison, negative, literal);
        }
    }

    private void addNumber(Comparison comparison, boolean negative, Token literal) {
        if (!NUMBER.matcher(literal.text()).matches()) {
            tokens.error(
                    literal, "bad-number", literal.shown() + " is not a plain decimal number", "Write 5, -5 or 0.5.");
        } else if (!FITTING_NUMBER.matcher(literal.text()).matches()) {
            tokens.error(
                    literal,
                    "huge-number",
                    literal.shown() + " has too many digits",
                    "At most nine digits before the point and six after it.");
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
            tokens.error(sign, "single-equals", "'=' compares nothing", "Write ==.");
            tokens.next();
            return true;
        }
        tokens.unexpected("'=='", "Write " + ConditionReader.PATTERN);
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
                    "Write it in double quotes, or compare number.");
            tokens.skipTo(",", ")");
        } else {
            refuseLiteral(field, literal, "Write it in double quotes: " + field + " == \"…\"");
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
