package dev.reconnect.rules;

import dev.reconnect.knowledge.Nearest;
import dev.reconnect.rules.Token.Kind;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** The imports of one file, held against what its rules use: Drools' own compiler needs them to be right. */
final class Imports {

    private static final String SYMPTOM = Verb.FACTS + ".Symptom";

    private final FlawList flaws;
    private final Map<String, Token> imported = new HashMap<>();
    private final Map<Verb, Token> verbsUsed = new EnumMap<>(Verb.class);
    private Token symptomUsed;

    Imports(FlawList flaws) {
        this.flaws = flaws;
    }

    void usesSymptom(Token at) {
        symptomUsed = symptomUsed == null ? at : symptomUsed;
    }

    void uses(Verb verb, Token at) {
        verbsUsed.putIfAbsent(verb, at);
    }

    /** Reads one import, whose first word is next. */
    void read(Tokens tokens) {
        Token start = tokens.next();
        Token what = tokens.peek();
        if (what.is("function") || what.is("accumulate") || what.is("acc")) {
            tokens.error(
                    what,
                    what.is("function") ? "import-function" : "import-accumulate",
                    "'import " + what.text() + "' is refused",
                    "Import only Symptom and, with 'import static', the verbs that the rules use.");
            tokens.skipTo(";");
            tokens.accept(";");
            return;
        }
        boolean isStatic = tokens.accept("static");
        Token named = tokens.peek();
        String name = qualifiedName(tokens);
        if (name.isEmpty()) {
            tokens.unexpected("what to import", "Write: import " + SYMPTOM + ";");
            tokens.skipTo(";");
        } else if (isAllowed(isStatic, name)) {
            addOnce(tokens, start, name);
        } else {
            refuse(tokens, named, name);
        }
        tokens.endStatement();
    }

    /** The dotted name that stands here, up to the end of its line: wrong characters included, for the message. */
    static String qualifiedName(Tokens tokens) {
        StringBuilder name = new StringBuilder();
        while (!tokens.peek().firstOnLine() && !tokens.sees(";") && !tokens.sees(Kind.END)) {
            name.append(tokens.next().text());
        }
        return name.length() > 120 ? name.substring(0, 120) + "…" : name.toString();
    }

    /** Once all rules are read: a verb without its import is no Drools, an import without its verb is a left-over. */
    void compareWithUse() {
        if (symptomUsed != null && imported.remove(SYMPTOM) == null) {
            flaws.error(
                    symptomUsed.offset(),
                    "missing-import",
                    "Symptom is used but not imported",
                    "Add at the top: import " + SYMPTOM + ";");
        }
        verbsUsed.forEach((verb, at) -> {
            if (imported.remove(verb.imported()) == null) {
                flaws.error(
                        at.offset(),
                        "missing-import",
                        "the verb '" + verb.word() + "' is used but not imported",
                        "Add at the top: import static " + verb.imported() + ";");
            }
        });
        if (flaws.errors() > 0) {
            return; // what seems unused may be named in a rule that could not be read
        }
        imported.forEach((name, at) ->
                flaws.warning(at.offset(), "unused-import", name + " is imported but not used", "Delete this line."));
    }

    private static boolean isAllowed(boolean isStatic, String name) {
        return isStatic
                ? Verb.words().stream().flatMap(word -> Verb.of(word).stream()).anyMatch(verb -> verb.imported()
                        .equals(name))
                : name.equals(SYMPTOM);
    }

    private void addOnce(Tokens tokens, Token start, String name) {
        if (imported.putIfAbsent(name, start) != null) {
            flaws.warning(start.offset(), "unused-import", name + " is imported twice", "Delete this line.");
        }
    }

    private static void refuse(Tokens tokens, Token named, String name) {
        if (name.endsWith("*")) {
            tokens.error(
                    named, "wildcard-import", "imports with * are refused", "Import each verb that the rules use.");
            return;
        }
        String last = name.substring(name.lastIndexOf('.') + 1);
        String otherwise =
                "Import only " + SYMPTOM + " and, with 'import static', verbs such as " + Verb.CONFIRMS.imported();
        String hint = Verb.of(last)
                .map(verb -> "Write: import static " + verb.imported() + ";")
                .orElse(
                        name.equals(SYMPTOM)
                                ? "Write it without 'static'."
                                : name.startsWith(Verb.FACTS)
                                        ? Nearest.hint(last, Verb.words(), otherwise)
                                        : otherwise);
        tokens.error(named, "import", "'" + name + "' cannot be imported", hint);
    }
}
