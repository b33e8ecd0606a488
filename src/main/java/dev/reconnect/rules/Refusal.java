package dev.reconnect.rules;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The parts of DRL that this dialect leaves out, with what an author can write instead. Each has a code of its own, so
 * that it can be looked up.
 */
enum Refusal {
    FUNCTION("function", "a rule file holds no functions", "let a rule in rules/derive conclude a symptom instead"),
    DECLARE("declare", "types are not declared here", "all facts are Symptoms; add new ones to knowledge/symptoms"),
    QUERY("query", "queries are refused", "write a rule with a conclusion"),
    UNIT("unit", "rule units are refused", "delete the line; the package says where the rules belong"),
    GLOBAL("global", "globals are refused", "a rule reads Symptoms and nothing else"),
    TEMPLATE("template", "templates are refused", "write each rule out"),
    EXPANDER("expander", "language extensions are refused", "write the rule in the dialect itself"),
    ENTRY_POINT("entry-point", "entry points are refused", "all Symptoms are in one place"),
    ANNOTATION("annotation", "annotations are refused", "say it in a comment above the rule"),
    ATTRIBUTE(
            "attribute",
            "rule attributes are refused: rules have no order and no switches",
            "delete it; conditions alone decide when a rule fires"),
    EXTENDS("extends", "rules do not extend each other", "repeat the conditions"),
    ELSE("else", "a rule has one 'when' and one 'then'", "write a second rule"),
    EVAL("eval", "'eval' is refused", "compare id with a literal, then value or number with a literal"),
    FROM("from", "'from' is refused: a rule reads reported symptoms only", "end the pattern after ')'"),
    COLLECT("collect", "'collect' is refused", "write one pattern for each symptom"),
    ACCUMULATE("accumulate", "'accumulate' is refused", "let the caller report the number as a symptom"),
    FORALL("forall", "'forall' is refused", "write 'not Symptom( … )' for what must not be there"),
    EXISTS(
            "exists",
            "'exists' is refused: in Drools 10 such a rule can silently never fire (apache/incubator-kie-issues 7115)",
            "write the pattern without it; the same conclusion drawn twice counts once"),
    OR(
            "or",
            "alternatives inside a rule are refused: they make every diagnosis slower",
            "write one rule for each alternative, or derive a symptom that covers them"),
    AND(
            "and",
            "conditions are not joined with && or 'and'",
            "separate tests with a comma, and give each pattern its own line"),
    IN("in", "'in' is refused: it cannot be indexed", "write one rule for each value"),
    MATCHES("matches", "regular expressions are refused", "compare with ==; phrases belong into knowledge/symptoms"),
    CONTAINS("contains", "'contains' and its relatives are refused", "compare the whole value with =="),
    STR("str", "'str[…]' is refused", "compare the whole value with =="),
    WINDOW("window", "windows over events are refused", "a rule reads the symptoms of one case"),
    NAMED_CONSEQUENCE("named-consequence", "'do' and 'if' in conditions are refused", "write a second rule"),
    OOPATH("oopath", "paths are refused", "write a pattern: Symptom( id == \"…\", value == \"…\" )"),
    MODIFY("modify", "facts are never changed", "conclude something new with insertLogical"),
    UPDATE("update", "facts are never changed", "conclude something new with insertLogical"),
    RETRACT("retract", "facts are never removed", "what was concluded goes by itself when its conditions end"),
    DELETE("delete", "facts are never removed", "what was concluded goes by itself when its conditions end"),
    INSERT("insert", "'insert' would outlive its reasons", "write insertLogical( … );");

    private static final Map<String, Refusal> TOP = words(Map.of(
            FUNCTION, "function",
            DECLARE, "declare",
            QUERY, "query",
            UNIT, "unit",
            GLOBAL, "global",
            TEMPLATE, "template",
            EXPANDER, "expander dsl",
            ENTRY_POINT, "entry",
            ANNOTATION, "@"));

    private static final Map<String, Refusal> HEAD = words(Map.of(
            ANNOTATION, "@",
            EXTENDS, "extends",
            ATTRIBUTE,
                    "salience no agenda ruleflow activation auto lock enabled dialect date duration timer calendars"
                            + " refract direct attributes"));

    private static final Map<String, Refusal> CONDITION = words(Map.ofEntries(
            Map.entry(EVAL, "eval"),
            Map.entry(FROM, "from"),
            Map.entry(COLLECT, "collect"),
            Map.entry(ACCUMULATE, "accumulate acc groupby"),
            Map.entry(FORALL, "forall"),
            Map.entry(EXISTS, "exists"),
            Map.entry(OR, "or || |"),
            Map.entry(AND, "and && &"),
            Map.entry(IN, "in"),
            Map.entry(MATCHES, "matches"),
            Map.entry(CONTAINS, "contains memberOf soundslike excludes"),
            Map.entry(STR, "str"),
            Map.entry(WINDOW, "over"),
            Map.entry(NAMED_CONSEQUENCE, "do if break"),
            Map.entry(ENTRY_POINT, "entry"),
            Map.entry(ANNOTATION, "@"),
            Map.entry(OOPATH, "/ ?/ ?")));

    private static final Map<String, Refusal> CONCLUSION = words(Map.of(
            MODIFY, "modify",
            UPDATE, "update",
            RETRACT, "retract",
            DELETE, "delete",
            INSERT, "insert insertLogicalAsync"));

    private final String code;
    private final String message;
    private final String hint;

    Refusal(String code, String message, String hint) {
        this.code = code;
        this.message = message;
        this.hint = hint;
    }

    /** What cannot stand between the rules. */
    static Optional<Refusal> atTop(Token token) {
        return find(TOP, token).or(() -> find(HEAD, token));
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
        tokens.error(at, code, message, hint);
    }

    private static Optional<Refusal> find(Map<String, Refusal> words, Token token) {
        boolean word = token.kind() == Token.Kind.NAME || token.kind() == Token.Kind.SYMBOL;
        return word ? Optional.ofNullable(words.get(token.text())) : Optional.empty();
    }

    private static Map<String, Refusal> words(Map<Refusal, String> table) {
        Map<String, Refusal> words = new HashMap<>();
        table.forEach((refusal, list) -> {
            for (String word : list.split(" ")) {
                words.put(word, refusal);
            }
        });
        return Map.copyOf(words);
    }
}
