package dev.reconnect.rules;

import dev.reconnect.knowledge.Flaw;
import dev.reconnect.rules.Rule.Condition;
import java.util.List;

/**
 * The text behind read rules: where in it a word of a rule stands, for flaws that are found only later. Most files have
 * none, so the text is cut into words again only when there is something to say.
 */
final class RuleText {

    private final SourceText source;

    RuleText(ReadFile file) {
        this.source = new SourceText(file.path(), file.text());
    }

    Flaw atFile(Flaw.Severity severity, String code, String message, String hint) {
        return source.flaw(0, severity, code, message, hint);
    }

    /** At the rule's name. */
    Flaw atRule(Rule rule, Flaw.Severity severity, String code, String message, String hint) {
        List<Token> tokens = tokens();
        return source.flaw(string(tokens, start(tokens, rule), rule.name()), severity, code, message, hint);
    }

    /** At a literal of a condition; at the condition itself where the literal is not found. */
    Flaw atCondition(
            Condition condition, String literal, Flaw.Severity severity, String code, String message, String hint) {
        List<Token> tokens = tokens();
        int from = firstOn(tokens, condition.line());
        return source.flaw(string(tokens, from, literal), severity, code, message, hint);
    }

    /**
     * At a literal of a conclusion.
     *
     * @param number which conclusion of the rule, from 0
     */
    Flaw atConclusion(
            Rule rule, int number, String literal, Flaw.Severity severity, String code, String message, String hint) {
        List<Token> tokens = tokens();
        int at = start(tokens, rule);
        int seen = -1;
        while (at < tokens.size() - 1 && seen < number) {
            at++;
            seen += tokens.get(at).is("insertLogical") ? 1 : 0;
        }
        return source.flaw(string(tokens, at, literal), severity, code, message, hint);
    }

    private List<Token> tokens() {
        return DrlLexer.tokens(source, new FlawList(source));
    }

    private int start(List<Token> tokens, Rule rule) {
        int at = firstOn(tokens, rule.line());
        while (at < tokens.size() - 1 && !tokens.get(at).is("rule")) {
            at++;
        }
        return at;
    }

    private int firstOn(List<Token> tokens, int line) {
        int low = 0;
        int high = tokens.size() - 1;
        while (low < high) {
            int middle = (low + high) / 2;
            if (source.line(tokens.get(middle).offset()) < line) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The offset of the first such string from a word on, or of that word where there is none before the rule ends. */
    private static int string(List<Token> tokens, int from, String text) {
        for (int i = from; i < tokens.size() && !(i > from && tokens.get(i).startsLineWith("end")); i++) {
            Token token = tokens.get(i);
            if (token.kind() == Token.Kind.STRING && token.text().equals(text)) {
                return token.offset();
            }
        }
        return tokens.get(from).offset();
    }
}
