package dev.reconnect.rules;

import dev.reconnect.knowledge.Nearest;
import dev.reconnect.rules.Rule.Consequence;
import dev.reconnect.rules.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what stands in the brackets of one verb: strings, then the variables that the conclusion rests on. */
final class ArgumentReader {

    private static final Set<String> KINDS = Set.of("red-flag", "contradiction", "caution");

    private final Tokens tokens;
    private final Verb verb;
    private final Optional<Set<String>> bound;
    private final List<String> said = new ArrayList<>();
    private final List<String> on = new ArrayList<>();

    ArgumentReader(Tokens tokens, Verb verb, Optional<Set<String>> bound) {
        this.tokens = tokens;
        this.verb = verb;
        this.bound = bound;
    }

    /** Reads up to the closing bracket; false when something stands there that makes the rest unreadable. */
    boolean read() {
        while (!tokens.sees(")") && !tokens.atRuleEnd()) {
            if (!readArgument() || !readComma()) {
                return false;
            }
        }
        return true;
    }

    List<String> on() {
        return on;
    }

    /** What the verb says with these arguments; empty when their number is wrong. */
    Optional<Consequence> said() {
        boolean whole = said.size() == verb.parameters().size() && !on.isEmpty();
        return whole ? Optional.of(verb.says(said, on)) : Optional.empty();
    }

    void checkNumber(Token word) {
        int wanted = verb.parameters().size();
        if (said.size() != wanted) {
            wrongArguments(word, verb.word() + " takes " + wanted + " strings but was given " + said.size());
        } else if (on.isEmpty()) {
            wrongArguments(word, verb.word() + " must name what it rests on");
        }
    }

    private boolean readArgument() {
        Token argument = tokens.peek();
        boolean called = tokens.peek(1).is("(") || tokens.peek(1).is(".");
        if (argument.kind() == Kind.STRING) {
            addString(argument);
        } else if (argument.kind() == Kind.NAME && !called) {
            addVariable(argument);
        } else if (argument.kind() == Kind.NUMBER || argument.is(",")) {
            wrongArguments(argument, "found " + argument.shown() + " where a string or a variable is due");
            return false;
        } else {
            String hint = verb.word() + " takes strings and variables only: " + verb.example();
            ConclusionReader.refuseCode(tokens, argument, hint);
            return false;
        }
        tokens.next();
        return true;
    }

    private void addString(Token argument) {
        if (on.isEmpty()) {
            checkWords(argument);
            said.add(argument.text());
        } else {
            wrongArguments(argument, "strings stand before the variables");
        }
    }

    private void addVariable(Token variable) {
        if (on.contains(variable.text())) {
            tokens.error(variable, "wrong-arguments", variable.text() + " is named twice", "Name it once.");
        }
        bound.filter(names -> !names.contains(variable.text()))
                .ifPresent(names -> tokens.error(
                        variable,
                        "unbound-variable",
                        variable.text() + " is not bound in this rule",
                        names.isEmpty()
                                ? "Bind a pattern: $seen : Symptom( … )"
                                : Nearest.hint(variable.text(), names, "Bound are " + String.join(", ", names) + ".")));
        on.add(variable.text());
    }

    private boolean readComma() {
        if (tokens.accept(",")) {
            if (tokens.sees(")")) {
                tokens.unexpected("a variable", "Delete the ',' or name what the conclusion rests on.");
            }
            return true;
        }
        if (tokens.sees(")")) {
            return true;
        }
        if (tokens.sees("+") || tokens.sees(".") || tokens.sees("(")) {
            ConclusionReader.refuseCode(tokens, tokens.peek(), "Write one string in double quotes.");
        } else {
            tokens.missing("',' or ')'", "Separate arguments with ',' and close with ') );'.");
        }
        return false;
    }

    private void checkWords(Token argument) {
        int position = said.size();
        if (position >= verb.parameters().size()) {
            return;
        }
        String parameter = verb.parameters().get(position);
        boolean prose = parameter.equals("reason") || parameter.equals("message");
        if (prose && argument.text().isBlank()) {
            tokens.error(
                    argument, "empty-reason", "the " + parameter + " is empty", "Say the condition in plain words.");
        } else if (parameter.equals("kind") && !KINDS.contains(argument.text())) {
            tokens.error(
                    argument,
                    "unknown-kind",
                    argument.shown() + " is no kind of warning",
                    Nearest.hint(argument.text(), KINDS, "Write red-flag, contradiction or caution."));
        } else if (parameter.equals("value")) {
            Literals.checkValue(tokens, argument);
        } else if (!prose && !parameter.equals("kind")) {
            Literals.checkName(tokens, argument, parameter);
        }
    }

    private void wrongArguments(Token at, String message) {
        tokens.error(at, "wrong-arguments", message, "Write " + verb.example());
    }
}
