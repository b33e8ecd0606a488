package dev.reconnect.knowledge;

import dev.reconnect.fact.Symptom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the cases beside the rules, {@code rules/<area>/<cause>.cases.yaml}, and the resolved real ones,
 * {@code knowledge/cases/<family>/<id>.yaml}.
 */
final class CaseFiles {

    static final String BESIDE_RULES = ".cases.yaml";

    /** Folders of rules that speak about no cause of their own. */
    private static final List<String> GENERAL = List.of("derive", "safety", "advice");

    private static final List<String> KEYS =
            List.of("name", "symptoms", "text", "cause", "acceptable", "expect", "fires", "silent", "source");

    private final Map<String, SymptomDefinition> symptoms;
    private final Map<String, Cause> causes;
    private final List<Case> cases = new ArrayList<>();
    private final Map<String, String> names = new HashMap<>();

    CaseFiles(Map<String, SymptomDefinition> symptoms, Map<String, Cause> causes) {
        this.symptoms = symptoms;
        this.causes = causes;
    }

    List<Case> cases() {
        return cases;
    }

    void read(Sheet sheet) {
        boolean besideRules = sheet.path().startsWith("rules/");
        String stem = sheet.name(besideRules ? BESIDE_RULES : ".yaml");
        String subject = besideRules && !GENERAL.contains(sheet.folder()) ? stem : "";
        if (!subject.isEmpty()) {
            subjectFlaws(sheet, subject);
        }
        YamlTree.Read tree = YamlTree.read(sheet);
        Fields file = new Fields(sheet, tree.root(), tree.broken(), List.of("cases"));
        if (!file.has("cases")) {
            file.missing("cases", "Start the file with \"cases:\" and list the cases below it.");
        }
        for (Fields fields : file.blocks("cases", KEYS)) {
            readCase(sheet, fields, stem, subject, besideRules);
        }
    }

    private void subjectFlaws(Sheet sheet, String subject) {
        Cause cause = causes.get(subject);
        if (cause == null) {
            sheet.error(
                    1,
                    1,
                    "unknown-cause",
                    "there is no cause \"" + subject + "\"",
                    Nearest.hint(
                            subject,
                            causes.keySet(),
                            "Name the file after its cause. Rules about no single cause belong in rules/derive, safety or advice."));
        } else if (!cause.area().equals(sheet.folder())) {
            sheet.error(
                    1,
                    1,
                    "wrong-area",
                    "the cause \"" + subject + "\" belongs to the area \"" + cause.area() + "\"",
                    "Move the file to rules/" + cause.area() + ".");
        }
    }

    private void readCase(Sheet sheet, Fields fields, String stem, String subject, boolean besideRules) {
        String name = fields.text("name", "Say in a few words what is special about this case.");
        String place = sheet.path() + ":" + fields.block().line();
        String first = names.putIfAbsent(stem + "\n" + name, place);
        if (first != null && !name.isEmpty()) {
            sheet.error(fields.at("name"), "duplicate-id", "this name is already used at " + first, "Change it.");
        }
        String cause = cause(fields, subject, besideRules);
        String text = fields.text("text");
        List<Symptom> symptoms = symptoms(fields, besideRules);
        if (!fields.has("symptoms") && text.isEmpty()) {
            fields.missing("symptoms", "Give what was observed: symptoms, a text, or both.");
        }
        Case.Expect expect =
                fields.has("expect") ? fields.word("expect", Case.Expect.class, Case.Expect.ANY) : Case.Expect.ANY;
        if (cause.isEmpty() && expect != Case.Expect.ANY) {
            sheet.error(fields.at("expect"), "no-cause", "nothing can be expected without a cause", "Write \"any\".");
        }
        String source = fields.text("source");
        if (!besideRules && source.isEmpty()) {
            fields.missing("source", "Where the case comes from: a public reference.");
        }
        cases.add(new Case(
                sheet.path(),
                fields.block().line(),
                name,
                symptoms,
                text,
                cause,
                acceptable(fields),
                expect,
                rules(fields, "fires", stem, besideRules),
                rules(fields, "silent", stem, besideRules),
                source));
    }

    private String cause(Fields fields, String subject, boolean besideRules) {
        if (besideRules) {
            if (fields.has("cause")) {
                fields.sheet()
                        .error(fields.at("cause"), "unknown-key", "the file name says the cause", "Remove the key.");
            }
            return subject;
        }
        String cause = fields.text("cause", "The cause that it turned out to be.");
        known(fields, fields.at("cause"), cause);
        return cause;
    }

    private List<String> acceptable(Fields fields) {
        List<String> acceptable = new ArrayList<>();
        for (Node node : fields.items("acceptable")) {
            fields.text(node, "acceptable", Fields.SHORT_TEXT)
                    .filter(cause -> known(fields, node, cause))
                    .ifPresent(acceptable::add);
        }
        return acceptable;
    }

    private boolean known(Fields fields, Node at, String cause) {
        if (!cause.isEmpty() && !causes.containsKey(cause)) {
            fields.sheet()
                    .error(
                            at,
                            "unknown-cause",
                            "there is no cause \"" + Fields.shorten(cause) + "\"",
                            Nearest.hint(cause, causes.keySet(), "Causes stand in knowledge/causes."));
            return false;
        }
        return !cause.isEmpty();
    }

    private List<Symptom> symptoms(Fields fields, boolean derived) {
        Optional<Node> node = fields.find("symptoms");
        if (node.isEmpty()) {
            return List.of();
        }
        if (!(node.get() instanceof Node.Mapping mapping)) {
            fields.wrongType(node.get(), "symptoms", "{symptom.id: value, other.id: [value, value]}");
            return List.of();
        }
        SymptomValues values = new SymptomValues(fields.sheet(), symptoms);
        List<Symptom> read = new ArrayList<>();
        for (Node.Entry entry : mapping.entries()) {
            Node at = new Node.Scalar(entry.line(), entry.column(), entry.key(), false);
            read.addAll(values.read(at, entry.key(), entry.value(), derived));
        }
        return read;
    }

    /** Rule names in full; beside the rules they are written without the name of the file. */
    private static List<String> rules(Fields fields, String key, String stem, boolean besideRules) {
        List<String> rules = new ArrayList<>();
        for (String name : fields.texts(key)) {
            rules.add(besideRules && name.indexOf('/') < 0 ? stem + "/" + name : name);
        }
        return rules;
    }
}
