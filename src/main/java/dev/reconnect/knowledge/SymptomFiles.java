package dev.reconnect.knowledge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads the vocabulary, {@code knowledge/symptoms/*.yaml}. */
final class SymptomFiles {

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*(\\.[a-z0-9]+(-[a-z0-9]+)*)+");
    private static final Pattern VALUE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final List<String> KEYS =
            List.of("id", "question", "type", "minutes", "multiple", "derived", "unit", "choices");
    private static final int LONGEST_PHRASE = 1_000;
    private static final List<String> CHOICE_KEYS = List.of("label", "phrases");

    private final SortedMap<String, SymptomDefinition> symptoms = new TreeMap<>();
    private final Map<String, String> places = new HashMap<>();

    private final Function<String, Optional<String>> phraseCheck;

    SymptomFiles(Function<String, Optional<String>> phraseCheck) {
        this.phraseCheck = phraseCheck;
    }

    SortedMap<String, SymptomDefinition> symptoms() {
        return symptoms;
    }

    void read(Sheet sheet) {
        YamlTree.Read tree = YamlTree.read(sheet);
        Fields file = new Fields(sheet, tree.root(), tree.broken(), List.of("symptoms"));
        if (!file.has("symptoms")) {
            file.missing("symptoms", "Start the file with \"symptoms:\" and list the symptoms below it.");
        }
        for (Fields fields : file.blocks("symptoms", KEYS)) {
            symptom(sheet, fields);
        }
    }

    private void symptom(Sheet sheet, Fields fields) {
        String id = id(sheet, fields);
        String question = fields.text("question", "The question that a support agent asks.");
        if (!question.isEmpty() && !question.endsWith("?")) {
            sheet.error(
                    fields.at("question"), "no-question", "the question has no question mark", "End it with \"?\".");
        }
        SymptomDefinition.Type type = fields.word("type", SymptomDefinition.Type.class, SymptomDefinition.Type.CHOICE);
        double minutes = fields.number("minutes", 0.1, 480, 1);
        String unit = fields.text("unit");
        if (!unit.isEmpty() && type != SymptomDefinition.Type.NUMBER) {
            sheet.error(fields.at("unit"), "unit-without-number", "only a number has a unit", "Remove the unit.");
        }
        if (unit.isEmpty() && type == SymptomDefinition.Type.NUMBER) {
            fields.missing("unit", "Say what the number counts, such as \"ms\", \"days\" or \"percent\".");
        }
        List<SymptomDefinition.Choice> choices = choices(sheet, fields, type);
        if (!id.isEmpty()) {
            symptoms.put(
                    id,
                    new SymptomDefinition(
                            id,
                            question,
                            type,
                            unit,
                            fields.flag("multiple", false),
                            minutes,
                            fields.flag("derived", false),
                            choices));
        }
    }

    /** Empty when the symptom cannot be taken in. */
    private String id(Sheet sheet, Fields fields) {
        String id = fields.text("id", "Name it <who>.<what>, such as host.certificate.");
        Node at = fields.at("id");
        if (!id.isEmpty() && !ID.matcher(id).matches()) {
            sheet.error(
                    at,
                    "bad-id",
                    "\"" + Fields.shorten(id) + "\" is no symptom id",
                    "Write <who>.<what> in lower case with hyphens, such as host.certificate.");
        } else if (places.containsKey(id)) {
            sheet.error(
                    at,
                    "duplicate-id",
                    "the symptom \"" + id + "\" is already defined in " + places.get(id),
                    "Use that one, or give this one another id.");
            return "";
        }
        if (!id.isEmpty()) {
            places.put(id, sheet.path() + ":" + at.line());
        }
        return id;
    }

    private List<SymptomDefinition.Choice> choices(Sheet sheet, Fields fields, SymptomDefinition.Type type) {
        List<SymptomDefinition.Choice> choices = new ArrayList<>();
        Node node = fields.at("choices");
        if (!fields.has("choices")) {
            if (type == SymptomDefinition.Type.CHOICE) {
                fields.missing("choices", "A choice needs the values to choose from.");
            }
            return choices;
        }
        if (type != SymptomDefinition.Type.CHOICE) {
            sheet.error(node, "choices-without-choice", "only the type \"choice\" has choices", "Remove them.");
        } else if (!(node instanceof Node.Mapping)) {
            fields.wrongType(node, "choices", "a block: \"value\": {label: \"...\", phrases: [...]}");
        } else {
            for (Node.Entry entry : ((Node.Mapping) node).entries()) {
                choices.add(choice(sheet, fields, entry));
            }
            if (choices.size() == 1 && !fields.flag("multiple", false) && !fields.isBroken()) {
                sheet.error(
                        node, "one-choice", "there is only one value to choose", "Add the others, at least \"no\".");
            }
        }
        return choices;
    }

    private SymptomDefinition.Choice choice(Sheet sheet, Fields fields, Node.Entry entry) {
        String value = entry.key();
        if (!VALUE.matcher(value).matches() || value.equals("unknown")) {
            sheet.error(
                    entry.line(),
                    entry.column(),
                    "bad-value",
                    "\"" + Fields.shorten(value) + "\" cannot be a value",
                    "Use lower case, digits and hyphens; \"unknown\" is reserved for what was asked and nobody knows.");
        }
        return fields.block(entry.value(), value, CHOICE_KEYS)
                .map(choice -> new SymptomDefinition.Choice(
                        value, choice.text("label", "What the reader sees for this value."), phrases(sheet, choice)))
                .orElse(new SymptomDefinition.Choice(value, value, List.of()));
    }

    private List<String> phrases(Sheet sheet, Fields choice) {
        List<String> phrases = new ArrayList<>();
        for (Node node : choice.items("phrases")) {
            String phrase = choice.text(node, "phrases", LONGEST_PHRASE).orElse("");
            if (phrase.length() > LONGEST_PHRASE) {
                continue;
            }
            Optional<String> wrong = PhraseNotation.flaw(phrase).or(() -> phraseCheck.apply(phrase));
            if (wrong.isPresent() && !phrase.isEmpty()) {
                sheet.error(
                        node,
                        "bad-phrase",
                        wrong.get(),
                        "Words in lower case; (a|b) alternatives, [x] optional, .. and ... gaps between words.");
            } else if (phrases.contains(phrase)) {
                sheet.error(node, "duplicate-phrase", "this phrase is already in the list", "Remove one.");
            } else if (!phrase.isEmpty()) {
                phrases.add(phrase);
            }
        }
        return phrases;
    }
}
