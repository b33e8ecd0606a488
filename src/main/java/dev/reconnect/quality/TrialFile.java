package dev.reconnect.quality;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.reconnect.fact.Symptom;
import dev.reconnect.knowledge.SymptomDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads trials from lines of JSON: {@code {"id": ..., "cause": ..., "acceptable": [...], "family": ..., "text": ...,
 * "symptoms": {"symptom.id": "value" or ["value", ...]}}}; text or symptoms may be missing, other keys are not looked at.
 */
public final class TrialFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    private TrialFile() {}

    /** @throws IllegalArgumentException naming the line, if it is no trial */
    public static List<Trial> read(String text, Map<String, SymptomDefinition> vocabulary) {
        List<Trial> trials = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                try {
                    trials.add(trial(JSON.readTree(lines.get(i)), vocabulary));
                } catch (JsonProcessingException | IllegalArgumentException e) {
                    String why = e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
                    throw new IllegalArgumentException("line " + (i + 1) + ": " + why, e);
                }
            }
        }
        return trials;
    }

    private static Trial trial(JsonNode line, Map<String, SymptomDefinition> vocabulary) {
        String cause = line.path("cause").asText();
        String text = line.path("text").asText();
        if (cause.isEmpty()) {
            throw new IllegalArgumentException("\"cause\" is missing");
        }
        List<Symptom> symptoms = new ArrayList<>();
        line.path("symptoms").properties().forEach(entry -> {
            SymptomDefinition definition = vocabulary.get(entry.getKey());
            if (definition == null) {
                throw new IllegalArgumentException("there is no symptom \"" + entry.getKey() + "\"");
            }
            values(entry.getValue()).forEach(value -> symptoms.add(symptom(definition, value)));
        });
        if (text.isEmpty() && symptoms.isEmpty()) {
            throw new IllegalArgumentException("there is neither \"text\" nor \"symptoms\"");
        }
        return new Trial(
                line.path("id").asText(),
                line.path("family").asText("none"),
                text,
                symptoms,
                cause,
                values(line.path("acceptable")));
    }

    private static List<String> values(JsonNode node) {
        List<String> values = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(item -> values.add(item.asText()));
        } else if (node.isValueNode()) {
            values.add(node.asText());
        }
        return values;
    }

    private static Symptom symptom(SymptomDefinition definition, String value) {
        if (definition.type() == SymptomDefinition.Type.NUMBER && !value.equals(Symptom.UNKNOWN)) {
            return new Symptom(definition.id(), value, Double.parseDouble(value));
        }
        return new Symptom(definition.id(), value);
    }
}
