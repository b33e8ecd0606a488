package dev.reconnect.knowledge;

import dev.reconnect.fact.Symptom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code symptom: value} and {@code symptom: [value, value]} against the vocabulary. */
final class SymptomValues {

    private static final Pattern CODE = Pattern.compile("0x(0|[1-9a-f][0-9a-f]{0,15})");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}(\\.\\d{1,6})?");

    private final Sheet sheet;
    private final Map<String, SymptomDefinition> symptoms;

    SymptomValues(Sheet sheet, Map<String, SymptomDefinition> symptoms) {
        this.sheet = sheet;
        this.symptoms = symptoms;
    }

    /**
     * @param at      where the id stands
     * @param derived whether a symptom that only rules conclude may be given
     */
    List<Symptom> read(Node at, String id, Node values, boolean derived) {
        SymptomDefinition definition = symptoms.get(id);
        if (definition == null) {
            sheet.error(
                    at,
                    "unknown-symptom",
                    "there is no symptom \"" + Fields.shorten(id) + "\"",
                    Nearest.hint(id, symptoms.keySet(), "Symptoms stand in knowledge/symptoms; add it there."));
            return List.of();
        }
        if (definition.derived() && !derived) {
            sheet.error(
                    at,
                    "derived-symptom",
                    "\"" + id + "\" is concluded by rules and never reported",
                    "Give the symptoms that it follows from.");
        }
        if (!(values instanceof Node.Sequence list)) {
            return value(definition, values).map(List::of).orElse(List.of());
        }
        if (!definition.multiple() && list.items().size() > 1) {
            sheet.error(values, "several-values", "\"" + id + "\" can have one value only", "Keep one of them.");
        }
        List<Symptom> read = new ArrayList<>();
        list.items().forEach(item -> value(definition, item).ifPresent(read::add));
        return read;
    }

    private Optional<Symptom> value(SymptomDefinition definition, Node node) {
        if (!(node instanceof Node.Scalar scalar) || scalar.text().isBlank()) {
            sheet.error(node, "wrong-type", "\"" + definition.id() + "\" is " + node.kind(), "Give its value.");
            return Optional.empty();
        }
        String value = scalar.text().strip();
        if (value.equals(Symptom.UNKNOWN)) {
            return Optional.of(new Symptom(definition.id(), value));
        }
        return switch (definition.type()) {
            case CHOICE -> choice(definition, scalar, value);
            case NUMBER -> number(definition, scalar, value);
            case CODE -> code(definition, scalar, value);
            case TEXT -> text(definition, scalar, value);
        };
    }

    private Optional<Symptom> choice(SymptomDefinition definition, Node at, String value) {
        List<String> known = definition.choices().stream()
                .map(SymptomDefinition.Choice::value)
                .toList();
        if (known.contains(value)) {
            return Optional.of(new Symptom(definition.id(), value));
        }
        String otherwise = "Known values: " + String.join(", ", known.subList(0, Math.min(12, known.size())))
                + (known.size() > 12 ? ", ..." : "") + ".";
        sheet.error(
                at,
                "unknown-value",
                "\"" + definition.id() + "\" has no value \"" + Fields.shorten(value) + "\"",
                Nearest.hint(value, known, otherwise));
        return Optional.empty();
    }

    private Optional<Symptom> number(SymptomDefinition definition, Node at, String value) {
        if (NUMBER.matcher(value).matches()) {
            return Optional.of(new Symptom(definition.id(), value, Double.parseDouble(value)));
        }
        sheet.error(
                at,
                "wrong-type",
                "\"" + definition.id() + "\" is a number",
                "Give it in " + definition.unit() + ", without the unit.");
        return Optional.empty();
    }

    private Optional<Symptom> code(SymptomDefinition definition, Node at, String value) {
        if (CODE.matcher(value).matches()) {
            return Optional.of(new Symptom(definition.id(), value));
        }
        sheet.error(
                at,
                "code-not-normal",
                "\"" + Fields.shorten(value) + "\" is not a code in its normal form",
                "Write lower-case hexadecimal without leading zeros, such as 0x904.");
        return Optional.empty();
    }

    private Optional<Symptom> text(SymptomDefinition definition, Node at, String value) {
        if (!value.equals(value.toLowerCase(Locale.ROOT))) {
            sheet.error(at, "not-lower-case", "rules compare this text in lower case", "Write it in lower case.");
        }
        return Optional.of(new Symptom(definition.id(), value.toLowerCase(Locale.ROOT)));
    }
}
