package dev.reconnect.rules;

import dev.reconnect.rules.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a rule file into words in one pass, and reports what no place of a rule file may hold: control characters, unicode
 * escapes, strings and comments that never end.
 */
final class DrlLexer {

    static final int LONGEST_STRING = 400;

    private static final List<String> PAIRS = List.of("==", "!=", "<=", ">=", "&&", "||", ":=", "->", "++", "--", "+=");
    private static final String BLANKS = " \t\r\n";

    private final SourceText source;
    private final String text;
    private final FlawList flaws;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private boolean lineBegins = true;

    private DrlLexer(SourceText source, FlawList flaws) {
        this.source = source;
        this.text = source.text();
        this.flaws = flaws;
    }

    /** The words in order, closed by one of kind {@link Kind#END}. */
    static List<Token> tokens(SourceText source, FlawList flaws) {
        DrlLexer lexer = new DrlLexer(source, flaws);
        lexer.refuseHiddenCharacters();
        while (lexer.at < lexer.text.length()) {
            lexer.next();
        }
        lexer.add(Kind.END, "", lexer.lastOffset());
        return lexer.tokens;
    }

    /** Escapes are decoded by the last compiler in a row and can smuggle a quote or a line past all readers before it. */
    private void refuseHiddenCharacters() {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length() && (text.charAt(i + 1) == 'u' || text.charAt(i + 1) == 'U')) {
                flaws.error(
                        i,
                        "unicode-escape",
                        "unicode escapes are refused everywhere, comments included",
                        "Write the character itself.");
            } else if (isHidden(i)) {
                flaws.error(
                        i,
                        "control-character",
                        String.format("the character U+%04X cannot be seen or was not read as UTF-8", (int) c),
                        "Delete it; save the file as UTF-8 without byte-order mark.");
            }
        }
    }

    private boolean isHidden(int i) {
        char c = text.charAt(i);
        if (Character.isSurrogate(c)) {
            boolean paired = Character.isHighSurrogate(c)
                    ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                    : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
            return !paired;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL -> BLANKS.indexOf(c) < 0;
            case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            case Character.PRIVATE_USE, Character.UNASSIGNED -> true;
            default -> c == '\uFFFD';
        };
    }

    private void next() {
        char c = text.charAt(at);
        if (SourceText.isLineBreak(c)) {
            lineBegins = true;
            at++;
        } else if (Character.isWhitespace(c) || isHidden(at)) {
            at++;
        } else if (text.startsWith("//", at)) {
            skipToLineEnd();
        } else if (text.startsWith("/*", at)) {
            skipBlockComment();
        } else if (c == '"' || c == '\'') {
            string(c);
        } else if (Character.isDigit(c)) {
            run(Kind.NUMBER, ".");
        } else if (Character.isUnicodeIdentifierStart(c) || c == '$' || c == '_' || Character.isSurrogate(c)) {
            run(Kind.NAME, "");
        } else {
            symbol();
        }
    }

    private void skipToLineEnd() {
        while (at < text.length() && !SourceText.isLineBreak(text.charAt(at))) {
            at++;
        }
    }

    private void skipBlockComment() {
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
            flaws.error(at, "unterminated-comment", "this comment never ends", "Close it with */, or use //");
            at = text.length();
        } else {
            lineBegins |= source.line(end) > source.line(at);
            at = end + 2;
        }
    }

    private void string(char quote) {
        int start = at++;
        StringBuilder value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != quote && !SourceText.isLineBreak(text.charAt(at))) {
            value.append(text.charAt(at) == '\\' ? escaped() : text.charAt(at++));
        }
        if (at == text.length() || text.charAt(at) != quote) {
            flaws.error(
                    start,
                    "unterminated-string",
                    "this string does not end on its line",
                    "Close it with " + quote + "; a quote inside a string is written \\\"");
        } else {
            at++;
            checkString(start, quote, value.length());
        }
        add(Kind.STRING, value.toString(), start);
    }

    private void checkString(int start, char quote, int length) {
        if (quote == '\'') {
            flaws.error(start, "single-quotes", "strings stand in double quotes", "Write \"…\" instead of '…'.");
        } else if (length > LONGEST_STRING) {
            flaws.error(
                    start,
                    "literal-too-long",
                    "this string has " + length + " characters, at most " + LONGEST_STRING + " are allowed",
                    "Shorten it; long explanations belong into knowledge/causes.");
        }
    }

    private char escaped() {
        int start = at;
        at += 2;
        char c = start + 1 < text.length() ? text.charAt(start + 1) : ' ';
        if (c == '"' || c == '\\') {
            return c;
        }
        at = start + 1;
        if (c != 'u' && c != 'U') {
            flaws.error(
                    start,
                    "unknown-escape",
                    "the only escapes are \\\" and \\\\",
                    "Write the character itself, a backslash as \\\\");
        }
        return '\\';
    }

    private void run(Kind kind, String extra) {
        int start = at;
        while (at < text.length() && (isNamePart(text.charAt(at)) || extra.indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        add(kind, text.substring(start, at), start);
    }

    private static boolean isNamePart(char c) {
        return c == '$'
                || (Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c))
                || Character.isSurrogate(c);
    }

    private void symbol() {
        int start = at;
        boolean pair = at + 2 <= text.length() && PAIRS.contains(text.substring(at, at + 2));
        at += pair ? 2 : 1;
        add(Kind.SYMBOL, text.substring(start, at), start);
    }

    private void add(Kind kind, String word, int start) {
        tokens.add(new Token(kind, word, start, at, lineBegins));
        lineBegins = false;
    }

    /** The end of the file is shown right after its last word, not on an empty line below. */
    private int lastOffset() {
        return tokens.isEmpty() ? 0 : tokens.get(tokens.size() - 1).end();
    }
}
