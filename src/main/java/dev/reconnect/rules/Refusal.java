package dev.reconnect.rules;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The parts of DRL that this dialect leaves out, with what an author can write instead. Each has a code of its own, so
 * that it can be looked up.
 */
enum Refusal {
    FUNCTION("function", "a rule file holds no functions", "Let a rule in rules/derive conclude a symptom instead."),
    DECLARE("declare", "types are not declared here", "All facts are Symptoms; add new ones to knowledge/symptoms."),
    QUERY("query", "queries are refused", "Write a rule with a conclusion."),
    UNIT("unit", "rule units are refused", "Delete the line; the package says where the rules belong."),
    GLOBAL("global", "globals are refused", "A rule reads Symptoms and nothing else."),
    TEMPLATE("template", "templates are refused", "Write each rule out."),
    EXPANDER("expander dsl", "language extensions are refused", "Write the rule in the dialect itself."),
    ENTRY_POINT("entry", "entry points are refused", "All Symptoms are in one place."),
    ANNOTATION("@", "annotations are refused", "Say it in a comment above the rule."),
    ATTRIBUTE(
            "salience no agenda ruleflow activation auto lock enabled dialect date duration timer calendars"
                    + " refract direct attributes",
            "rule attributes are refused: rules have no order and no switches",
            "Delete it; conditions alone decide when a rule fires."),
    EXTENDS("extends", "rules do not extend each other", "Repeat the conditions."),
    EVAL("eval", "'eval' is refused", "Compare id with a literal, then value or number with a literal."),
    FROM("from", "'from' is refused: a rule reads reported symptoms only", "End the pattern after ')'."),
    COLLECT("collect", "'collect' is refused", "Write one pattern for each symptom."),
    ACCUMULATE("accumulate acc groupby", "'accumulate' is refused", "Let the caller report the number as a symptom."),
    FORALL("forall", "'forall' is refused", "Write 'not Symptom( … )' for what must not be there."),
    EXISTS(
            "exists",
            "'exists' is refused: in Drools 10 such a rule can silently never fire (apache/incubator-kie-issues 7115)",
            "Write the pattern without it; the same conclusion drawn twice counts once."),
    OR(
            "or || |",
            "alternatives inside a rule are refused: they make every diagnosis slower",
            "Write one rule for each alternative, or derive a symptom that covers them."),
    AND(
            "and && &",
            "conditions are not joined with && or 'and'",
            "Separate tests with a comma, and give each pattern its own line."),
    IN("in", "'in' is refused: it cannot be indexed", "Write one rule for each value."),
    MATCHES("matches", "regular expressions are refused", "Compare with ==; phrases belong into knowledge/symptoms."),
    CONTAINS(
            "contains memberOf soundslike excludes",
            "'contains' and its relatives are refused",
            "Compare the whole value with ==."),
    STR("str", "'str[…]' is refused", "Compare the whole value with ==."),
    WINDOW("over", "windows over events are refused", "A rule reads the symptoms of one case."),
    NAMED_CONSEQUENCE("do if break", "'do' and 'if' in conditions are refused", "Write a second rule."),
    OOPATH("/ ?", "paths are refused", "Write a pattern: Symptom( id == \"…\", value == \"…\" )."),
    MODIFY("modify", "facts are never changed", "Conclude something new with insertLogical."),
    UPDATE("update", "facts are never changed", "Conclude something new with insertLogical."),
    RETRACT("retract", "facts are never removed", "What was concluded goes by itself when its conditions end."),
    DELETE("delete", "facts are never removed", "What was concluded goes by itself when its conditions end."),
    INSERT("insert", "'insert' would outlive its reasons", "Write insertLogical( … );");

    private static final Map<String, Refusal> TOP =
            words(FUNCTION, DECLARE, QUERY, UNIT, GLOBAL, TEMPLATE, EXPANDER, ENTRY_POINT, ANNOTATION, ATTRIBUTE);

    private static final Map<String, Refusal> HEAD = words(ANNOTATION, EXTENDS, ATTRIBUTE);

    private static final Map<String, Refusal> CONDITION = words(
            EVAL,
            FROM,
            COLLECT,
            ACCUMULATE,
            FORALL,
            EXISTS,
            OR,
            AND,
            IN,
            MATCHES,
            CONTAINS,
            STR,
            WINDOW,
            NAMED_CONSEQUENCE,
            ENTRY_POINT,
            ANNOTATION,
            OOPATH);

    private static final Map<String, Refusal> CONCLUSION = words(MODIFY, UPDATE, RETRACT, DELETE, INSERT);

    private final String words;
    private final String message;
    private final String hint;

    /** @param words what it begins with, separated by blanks */
    Refusal(String words, String message, String hint) {
        this.words = words;
        this.message = message;
        this.hint = hint;
    }

    /** What cannot stand between the rules. */
    static Optional<Refusal> atTop(Token token) {
        return find(TOP, token);
    }

    /** What cannot stand between a rule's name and its {@code when}. */
    static Optional<Refusal> inHead(Token token) {
        return find(HEAD, token);
    }

    /** What cannot stand in a {@code when}, between patterns or inside one. */
    static Optional<Refusal> inCondition(Token token) {
        return find(CONDITION, token);
    }

    /** What cannot begin a statement of a {@code then}. */
    static Optional<Refusal> inConclusion(Token token) {
        return find(CONCLUSION, token);
    }

    void report(Tokens tokens, Token at) {
        tokens.error(at, name().toLowerCase(Locale.ROOT).replace('_', '-'), message, hint);
    }

    private static Optional<Refusal> find(Map<String, Refusal> words, Token token) {
        boolean word = token.kind() == Token.Kind.NAME || token.kind() == Token.Kind.SYMBOL;
        return word ? Optional.ofNullable(words.get(token.text())) : Optional.empty();
    }

    private static Map<String, Refusal> words(Refusal... refusals) {
        Map<String, Refusal> words = new HashMap<>();
        for (Refusal refusal : refusals) {
            for (String word : refusal.words.split(" ")) {
                words.put(word, refusal);
            }
        }
        return Map.copyOf(words);
    }
}
