package dev.reconnect.rules;

import dev.reconnect.rules.Token.Kind;
import java.util.List;
import java.util.Optional;

/** The words of a file under a cursor, with the ways to skip what was not understood. */
final class Tokens {

    private final List<Token> tokens;
    private final FlawList flaws;
    private int at;

    Tokens(List<Token> tokens, FlawList flaws) {
        this.tokens = tokens;
        this.flaws = flaws;
    }

    FlawList flaws() {
        return flaws;
    }

    Token peek() {
        return peek(0);
    }

    Token peek(int ahead) {
        return tokens.get(Math.min(at + ahead, tokens.size() - 1));
    }

    boolean sees(String word) {
        return peek().is(word);
    }

    boolean sees(Kind kind) {
        return peek().kind() == kind;
    }

    Token next() {
        Token token = peek();
        if (at < tokens.size() - 1) {
            at++;
        }
        return token;
    }

    /** The words from one that was read before to here. */
    List<Token> since(Token start) {
        int from = at;
        while (from > 0 && tokens.get(from).offset() > start.offset()) {
            from--;
        }
        return tokens.subList(from, at);
    }

    /** Steps over a word if it is next. */
    boolean accept(String word) {
        boolean seen = sees(word);
        if (seen) {
            next();
        }
        return seen;
    }

    /** Steps over a word, or reports that something else stands there. */
    boolean expect(String word, String hint) {
        if (accept(word)) {
            return true;
        }
        missing("'" + word + "'", hint);
        return false;
    }

    void unexpected(String expected, String hint) {
        flaws.error(peek().offset(), "syntax", "expected " + expected + " but found " + peek().shown(), hint);
    }

    /**
     * Reports something that is not there: where it belongs if the line ends there, else at what stands in its place.
     * Silent after a string that does not end, because that has swallowed it.
     */
    void missing(String expected, String hint) {
        Token before = tokens.get(Math.max(0, at - 1));
        if (flaws.hasErrorAt(before.offset())) {
            return;
        }
        boolean lineEnds = peek().firstOnLine() || atFileEnd();
        flaws.error(
                lineEnds ? before.end() : peek().offset(),
                "syntax",
                "expected " + expected + " but found " + peek().shown(),
                hint);
    }

    void error(Token token, String code, String message, String hint) {
        flaws.error(token.offset(), code, message, hint);
    }

    /** Reports a semicolon that is not there, where it should be. */
    void endStatement() {
        if (!accept(";")) {
            flaws.error(
                    tokens.get(Math.max(0, at - 1)).end(),
                    "missing-semicolon",
                    "this statement does not end with ';'",
                    "Write ';' here.");
        }
    }

    boolean atFileEnd() {
        return sees(Kind.END);
    }

    /** Whether a new part of the file begins here, whatever was being read before. */
    boolean atSection() {
        Token token = peek();
        return atFileEnd() || token.startsLineWith("import") || token.startsLineWith("package") || atRule();
    }

    /** {@code rule} counts only where a line begins or a name follows, so that the word can stand in refused text. */
    boolean atRule() {
        return peek().startsLineWith("rule") || (sees("rule") && peek(1).kind() == Kind.STRING);
    }

    /** {@code end} counts only where a line begins or the rule is over, so that it can be a name in refused text. */
    boolean atRuleEnd() {
        return atSection()
                || peek().startsLineWith("end")
                || (sees("end") && (peek(1).kind() == Kind.END || peek(1).is("rule")));
    }

    boolean atRulePart() {
        return sees("when") || sees("then") || atRuleEnd();
    }

    /** The first part of DRL inside the brackets that begin here which the dialect leaves out. */
    Optional<Token> refusedInside() {
        int depth = 0;
        int ahead = 0;
        do {
            Token token = peek(ahead++);
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (Refusal.inCondition(token).isPresent()) {
                return Optional.of(token);
            }
        } while (depth > 0 && peek(ahead).kind() != Kind.END);
        return Optional.empty();
    }

    /** Skips to the next line outside brackets, or to where a new part begins. */
    void skipLine() {
        do {
            skipAny();
        } while (!atRulePart() && !peek().firstOnLine());
    }

    /** Skips one word, or all that is in brackets. */
    void skipAny() {
        if (sees("(") || sees("[") || sees("{")) {
            skipBrackets();
        } else {
            next();
        }
    }

    /** Skips what is in brackets, the opening one included, without looking inside; stops where a new part begins. */
    void skipBrackets() {
        int depth = 0;
        do {
            if (sees("(") || sees("[") || sees("{")) {
                depth++;
            } else if (sees(")") || sees("]") || sees("}")) {
                depth--;
            }
            next();
        } while (depth > 0 && !atRulePart());
    }

    /** Skips to a word outside brackets, or to where a new part begins. */
    void skipTo(String... words) {
        while (!atRulePart() && !seesAny(words)) {
            skipAny();
        }
    }

    private boolean seesAny(String... words) {
        for (String word : words) {
            if (sees(word)) {
                return true;
            }
        }
        return false;
    }
}
