package dev.reconnect.rules;

import dev.reconnect.rules.Rule.Consequence;
import dev.reconnect.rules.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one statement of a {@code then}: {@code insertLogical( verb("…", "…", $seen) );}. */
final class ConclusionReader {

    private static final Set<String> KINDS = Set.of("red-flag", "contradiction", "caution");

    private final Tokens tokens;
    private final Imports imports;
    private final Set<String> bound;
    private final Set<String> used;

    /**
     * @param bound the variables that the rule's patterns bind
     * @param used  takes the variables that conclusions rest on
     */
    ConclusionReader(Tokens tokens, Imports imports, Set<String> bound, Set<String> used) {
        this.tokens = tokens;
        this.imports = imports;
        this.bound = bound;
        this.used = used;
    }

    /** Steps at least one word ahead. Empty when the statement is refused; that is reported. */
    Optional<Consequence> read() {
        Token start = tokens.peek();
        if (start.is("insertLogical")) {
            tokens.next();
            return readInsert();
        }
        Optional<Refusal> refusal = Refusal.inConclusion(start);
        if (refusal.isPresent()) {
            refusal.get().report(tokens, start);
        } else if (Verb.of(start.text()).isPresent() && tokens.peek(1).is("(")) {
            tokens.error(
                    start,
                    "bare-verb",
                    "the verb '" + start.text() + "' says nothing by itself",
                    "write " + Verb.of(start.text()).orElseThrow().example());
        } else if (start.kind() == Kind.NAME && tokens.peek(1).is("(")) {
            refuseCode(start, Spelling.hint(start.text(), List.of("insertLogical"), codeHint()));
        } else {
            refuseCode(start, codeHint());
        }
        skipStatement();
        return Optional.empty();
    }

    private void refuseCode(Token at, String hint) {
        tokens.error(at, "free-java", "'then' holds conclusions and no other code, but found " + at.shown(), hint);
    }

    private static String codeHint() {
        return "write " + Verb.CONFIRMS.example();
    }

    private void skipStatement() {
        tokens.skipAny();
        while (!tokens.atRuleEnd() && !tokens.sees(";") && !tokens.peek().startsLineWith("insertLogical")) {
            tokens.skipAny();
        }
        tokens.accept(";");
    }

    private Optional<Consequence> readInsert() {
        if (!tokens.expect("(", codeHint())) {
            skipStatement();
            return Optional.empty();
        }
        Token word = tokens.peek();
        Optional<Verb> verb = Verb.of(word.text());
        if (word.kind() != Kind.NAME || verb.isEmpty() || !tokens.peek(1).is("(")) {
            refuseVerb(word);
            skipStatement();
            return Optional.empty();
        }
        tokens.next();
        tokens.next();
        imports.uses(verb.get(), word);
        return readArguments(verb.get(), word);
    }

    private void refuseVerb(Token word) {
        Token last = word;
        for (int i = 1; tokens.peek(i).is(".") && tokens.peek(i + 1).kind() == Kind.NAME; i += 2) {
            last = tokens.peek(i + 1);
        }
        Optional<Verb> verb = last == word ? Optional.empty() : Verb.of(last.text());
        if (verb.isPresent()) {
            tokens.error(
                    word,
                    "qualified-verb",
                    "verbs are written without their class",
                    "import static " + verb.get().imported() + "; and write "
                            + verb.get().word() + "( … )");
        } else if (word.is("new") || last != word) {
            refuseCode(word, codeHint());
        } else if (word.kind() == Kind.NAME) {
            tokens.error(
                    word,
                    "unknown-verb",
                    "'" + word.text() + "' is no verb",
                    Spelling.hint(word.text(), Verb.words(), "the verbs are " + String.join(", ", Verb.words())));
        } else {
            refuseCode(word, codeHint());
        }
    }

    private Optional<Consequence> readArguments(Verb verb, Token word) {
        List<String> said = new ArrayList<>();
        List<String> on = new ArrayList<>();
        int errors = tokens.flaws().errors();
        while (!tokens.sees(")") && !tokens.atRuleEnd()) {
            if (!readArgument(verb, said, on) || !readComma()) {
                skipStatement();
                return Optional.empty();
            }
        }
        close();
        if (tokens.flaws().errors() == errors) {
            checkNumber(verb, word, said, on);
        }
        boolean whole = said.size() == verb.parameters().size() && !on.isEmpty();
        return whole ? Optional.of(verb.says(said, on)) : Optional.empty();
    }

    private void close() {
        boolean closed = tokens.expect(")", "close the verb with ')'")
                && tokens.expect(")", "close insertLogical with a second ')'");
        if (!closed) {
            tokens.skipTo(";");
            tokens.accept(";");
        } else {
            tokens.endStatement();
        }
    }

    private boolean readArgument(Verb verb, List<String> said, List<String> on) {
        Token argument = tokens.peek();
        if (argument.kind() == Kind.STRING && on.isEmpty()) {
            tokens.next();
            checkWords(verb, said.size(), argument);
            said.add(argument.text());
            return true;
        }
        if (argument.kind() == Kind.NAME && argument.text().startsWith("$")) {
            tokens.next();
            checkBinding(argument, on);
            on.add(argument.text());
            used.add(argument.text());
            return true;
        }
        if (argument.kind() == Kind.STRING) {
            wrongArguments(verb, argument, "strings stand before the variables");
            tokens.next();
            return true;
        }
        if (argument.kind() == Kind.NUMBER || argument.is(",")) {
            wrongArguments(verb, argument, "found " + argument.shown() + " where a string or a variable is due");
        } else if (argument.kind() == Kind.NAME
                && !tokens.peek(1).is("(")
                && !tokens.peek(1).is(".")) {
            tokens.error(
                    argument,
                    "unbound-variable",
                    argument.shown() + " is no variable of this rule",
                    bound.isEmpty() ? "bind a pattern: $seen : Symptom( … )" : "bound are " + String.join(", ", bound));
        } else {
            refuseCode(argument, verb.word() + " takes strings and variables only: " + verb.example());
        }
        return false;
    }

    private boolean readComma() {
        if (tokens.accept(",")) {
            if (tokens.sees(")")) {
                tokens.unexpected("a variable", "delete the ',' or name what the conclusion rests on");
            }
            return true;
        }
        if (tokens.sees(")")) {
            return true;
        }
        if (tokens.sees("+") || tokens.sees(".") || tokens.sees("(")) {
            refuseCode(tokens.peek(), "write one string in double quotes");
        } else {
            tokens.unexpected("',' or ')'", "separate arguments with ',' and close with ') );'");
        }
        return false;
    }

    private void checkBinding(Token variable, List<String> on) {
        if (!bound.contains(variable.text())) {
            tokens.error(
                    variable,
                    "unbound-variable",
                    variable.text() + " is not bound in this rule",
                    bound.isEmpty()
                            ? "bind a pattern: " + variable.text() + " : Symptom( … )"
                            : Spelling.hint(variable.text(), bound, "bound are " + String.join(", ", bound)));
        } else if (on.contains(variable.text())) {
            wrongArguments(null, variable, variable.text() + " is named twice");
        }
    }

    private void checkWords(Verb verb, int position, Token argument) {
        if (position >= verb.parameters().size()) {
            return;
        }
        String parameter = verb.parameters().get(position);
        boolean prose = parameter.equals("reason") || parameter.equals("message");
        if (prose && argument.text().isBlank()) {
            tokens.error(
                    argument, "empty-reason", "the " + parameter + " is empty", "say the condition in plain words");
        } else if (parameter.equals("kind") && !KINDS.contains(argument.text())) {
            tokens.error(
                    argument,
                    "unknown-kind",
                    argument.shown() + " is no kind of warning",
                    Spelling.hint(argument.text(), KINDS, "write red-flag, contradiction or caution"));
        } else if (!prose && !parameter.equals("value") && !argument.text().matches("[a-z0-9./_-]{1,80}")) {
            tokens.error(
                    argument,
                    "bad-name",
                    argument.shown() + " is no name of a " + parameter,
                    "names are lower-case letters, digits and . / _ -");
        }
    }

    private void checkNumber(Verb verb, Token word, List<String> said, List<String> on) {
        int wanted = verb.parameters().size();
        if (said.size() != wanted) {
            wrongArguments(verb, word, verb.word() + " takes " + wanted + " strings but was given " + said.size());
        } else if (on.isEmpty()) {
            wrongArguments(verb, word, verb.word() + " must name what it rests on");
        }
    }

    private void wrongArguments(Verb verb, Token at, String message) {
        tokens.error(at, "wrong-arguments", message, verb == null ? "name it once" : "write " + verb.example());
    }
}
