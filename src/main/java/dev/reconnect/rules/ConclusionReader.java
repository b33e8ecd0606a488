package dev.reconnect.rules;

import dev.reconnect.knowledge.Nearest;
import dev.reconnect.rules.Rule.Consequence;
import dev.reconnect.rules.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one statement of a {@code then}: {@code insertLogical( verb("…", "…", $seen) );}. */
final class ConclusionReader {

    static final int MOST_CONCLUSIONS = 3;

    private final Tokens tokens;
    private final Imports imports;
    private final Optional<Set<String>> bound;
    private final Set<String> used;

    /**
     * @param bound the variables that the rule's patterns bind; empty when the patterns could not be read
     * @param used  takes the variables that conclusions rest on
     */
    ConclusionReader(Tokens tokens, Imports imports, Optional<Set<String>> bound, Set<String> used) {
        this.tokens = tokens;
        this.imports = imports;
        this.bound = bound;
        this.used = used;
    }

    /** Reads the word {@code then} and all statements up to {@code end}. */
    List<Consequence> readAll() {
        List<Consequence> conclusions = new ArrayList<>();
        Token start = tokens.peek();
        if (!tokens.accept("then")) {
            tokens.error(
                    start,
                    "missing-then",
                    "expected 'then' but found " + start.shown(),
                    "Write 'then' and a conclusion after the conditions.");
        }
        Token first = tokens.peek();
        while (!tokens.atRuleEnd()) {
            Token at = tokens.peek();
            read().ifPresent(conclusions::add);
            if (conclusions.size() == MOST_CONCLUSIONS + 1) {
                tokens.error(
                        at,
                        "too-many-conclusions",
                        "a rule has at most " + MOST_CONCLUSIONS + " conclusions",
                        "Write a second rule.");
            }
        }
        if (tokens.peek() == first) {
            tokens.error(start, "no-conclusion", "this rule concludes nothing", "Write " + Verb.CONFIRMS.example());
        }
        return conclusions.size() > MOST_CONCLUSIONS ? conclusions.subList(0, MOST_CONCLUSIONS) : conclusions;
    }

    /** Steps at least one word ahead. Empty when the statement is refused; that is reported. */
    private Optional<Consequence> read() {
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
                    "Write " + Verb.of(start.text()).orElseThrow().example());
        } else if (start.kind() == Kind.NAME && tokens.peek(1).is("(")) {
            refuseCode(tokens, start, Nearest.hint(start.text(), List.of("insertLogical"), codeHint()));
        } else {
            refuseCode(tokens, start, codeHint());
        }
        tokens.skipAny();
        skipStatement();
        return Optional.empty();
    }

    static void refuseCode(Tokens tokens, Token at, String hint) {
        tokens.error(at, "free-java", "'then' holds conclusions and no other code, but found " + at.shown(), hint);
    }

    private static String codeHint() {
        return "Write " + Verb.CONFIRMS.example();
    }

    private void skipStatement() {
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
        if (verb.isEmpty() || !tokens.peek(1).is("(")) {
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
        } else if (word.is("new") || word.text().startsWith("$") || last != word) {
            refuseCode(tokens, word, codeHint());
        } else if (word.kind() == Kind.NAME) {
            tokens.error(
                    word,
                    "unknown-verb",
                    "'" + word.text() + "' is no verb",
                    Nearest.hint(word.text(), Verb.words(), "The verbs are " + String.join(", ", Verb.words()) + "."));
        } else {
            refuseCode(tokens, word, codeHint());
        }
    }

    private Optional<Consequence> readArguments(Verb verb, Token word) {
        int errors = tokens.flaws().errors();
        ArgumentReader arguments = new ArgumentReader(tokens, verb, bound);
        if (!arguments.read()) {
            skipStatement();
            return Optional.empty();
        }
        close();
        if (tokens.flaws().errors() == errors) {
            arguments.checkNumber(word);
        }
        used.addAll(arguments.on());
        return arguments.said();
    }

    private void close() {
        boolean closed = tokens.expect(")", "Close the verb with ')'.")
                && tokens.expect(")", "Close insertLogical with a second ')'.");
        if (!closed) {
            tokens.skipTo(";");
            tokens.accept(";");
        } else {
            tokens.endStatement();
        }
    }
}
