package dev.reconnect.rules;

import dev.reconnect.rules.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads rule files. What is accepted is a small part of Drools' rule language, so that a rule can be indexed, explained
 * and published without ever becoming code:
 *
 * <pre>
 * file       = package import* rule*
 * package    = "package" "rules." area ";"                      area: the folder, '-' written '_'
 * import     = "import" "dev.reconnect.fact.Symptom" ";"
 *            | "import" "static" "dev.reconnect.fact." owner "." verb ";"
 * rule       = "rule" STRING "when" condition{1,6} "then" conclusion{1,3} "end"
 * condition  = [ "not" | VARIABLE ":" ] "Symptom" "(" "id" "==" STRING { "," test } ")"
 * test       = "value" ( "==" | "!=" ) STRING
 *            | "number" ( "==" | "&lt;" | "&lt;=" | "&gt;" | "&gt;=" ) NUMBER
 * conclusion = "insertLogical" "(" verb "(" STRING { "," STRING } { "," VARIABLE } ")" ")" ";"
 * verb       = "confirms" | "stronglySupports" | "supports" | "hintsAt" | "speaksWeaklyAgainst" | "speaksAgainst"
 *            | "speaksStronglyAgainst" | "rulesOut" | "derives" | "prefers" | "excludes" | "warns"
 *
 * STRING     = '"' characters of one line, \" and \\ '"'        VARIABLE = "$" letters and digits
 * NUMBER     = [ "-" ] up to nine digits [ "." up to six ]      comments: // and slash-star
 * </pre>
 *
 * The first condition is never a {@code not}. A rule is named {@code <file name>/<condition>}. Every such file is valid
 * for Drools' own compiler too, and means the same there; a test compares the two.
 *
 * <p>Reading takes linear time and no recursion. Nothing that an author writes makes it throw: each mistake becomes a
 * {@link dev.reconnect.knowledge.Flaw}, and reading goes on at the next statement, so that all are found at once.
 */
public final class DrlReader {

    static final int LONGEST_FILE = 64 * 1024;
    static final int MOST_RULES = 40;

    /** Derivations are tables: one rule a code, and all of a family in one file. */
    static final int MOST_DERIVING = 120;

    private final FlawList flaws;
    private final Optional<RulePath> place;
    private final Imports imports;
    private final SourceText source;
    private final List<Rule> rules = new ArrayList<>();
    private final List<Rule> broken = new ArrayList<>();

    private DrlReader(SourceText source) {
        this.source = source;
        this.flaws = new FlawList(source);
        this.place = RulePath.of(source.path());
        this.imports = new Imports(flaws);
    }

    /**
     * Reads one file.
     *
     * @param path below the project, such as {@code rules/certificate/rdp-cert-expired.drl}
     */
    public static ReadFile read(String path, String text) {
        return new DrlReader(new SourceText(path, text)).read();
    }

    private ReadFile read() {
        if (place.isEmpty()) {
            flaws.error(
                    0,
                    "misplaced-file",
                    "a rule file must be rules/<area>/<cause>.drl but is " + source.path(),
                    "Rename it; lower-case letters, digits and '-' only.");
        }
        if (source.text().length() > LONGEST_FILE) {
            flaws.error(
                    0,
                    "file-too-large",
                    "this file has " + source.text().length() + " characters, at most " + LONGEST_FILE + " are read",
                    "A cause needs two to eight rules: split the cause.");
        } else {
            readFile(new Tokens(DrlLexer.tokens(source, flaws), flaws));
        }
        return new ReadFile(source.path(), rules, flaws.sorted(), broken, source.text());
    }

    private void readFile(Tokens tokens) {
        readPackage(tokens);
        while (!tokens.atFileEnd()) {
            if (tokens.sees("import")) {
                imports.read(tokens);
            } else if (tokens.atRule()) {
                readRule(tokens);
            } else {
                refuse(tokens);
            }
        }
        imports.compareWithUse();
    }

    private void readPackage(Tokens tokens) {
        String expected = place.map(RulePath::packageName).orElse("rules.<area>");
        Token first = tokens.peek();
        if (!tokens.accept("package")) {
            tokens.error(
                    first,
                    "missing-package",
                    "the file does not begin with its package",
                    "Begin it with: package " + expected + ";");
            return;
        }
        Token named = tokens.peek();
        String name = Imports.qualifiedName(tokens);
        if (place.isPresent() && !name.equals(expected)) {
            tokens.error(
                    named,
                    "package",
                    "the package '" + name + "' does not match the folder",
                    "Write: package " + expected + ";");
        }
        tokens.endStatement();
    }

    private void readRule(Tokens tokens) {
        int most = place.filter(RulePath::derives).isPresent() ? MOST_DERIVING : MOST_RULES;
        int count = rules.size() + broken.size();
        if (count == most) {
            tokens.error(
                    tokens.peek(),
                    "too-many-rules",
                    "a file here holds at most " + most + " rules",
                    "Two to eight rules speak about one cause: split the cause, or drop what says the same.");
        }
        RuleReader.Result read = new RuleReader(tokens, imports, place, source).read();
        (read.whole() && count < most ? rules : broken).add(read.rule());
    }

    /** Reports what cannot stand between rules, and skips to what can. */
    private void refuse(Tokens tokens) {
        Token token = tokens.peek();
        Optional<Refusal> refusal = Refusal.atTop(token);
        if (refusal.isPresent()) {
            refusal.get().report(tokens, token);
        } else if (token.is("package")) {
            tokens.error(token, "package", "the package stands once, at the top of the file", "Delete this line.");
        } else if (token.kind() != Kind.END) {
            tokens.unexpected("'import' or 'rule'", "Delete what stands between the rules, or begin it with //");
        }
        do {
            tokens.skipAny();
        } while (!tokens.atSection()
                && !(tokens.peek().firstOnLine() && Refusal.atTop(tokens.peek()).isPresent()));
    }
}
