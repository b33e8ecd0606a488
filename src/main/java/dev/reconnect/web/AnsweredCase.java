package dev.reconnect.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.reconnect.diagnosis.Lesson;
import dev.reconnect.diagnosis.Segment;
import dev.reconnect.fact.Symptom;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a stored answer said, as far as learning needs it.
 *
 * @param posterior the probabilities of the causes that it listed, and of {@code other}
 * @param fixes     the steps of its plan
 */
record AnsweredCase(Map<String, Double> posterior, Set<String> fixes, List<Symptom> symptoms) {

    static AnsweredCase of(ObjectMapper json, byte[] answer) {
        JsonNode tree = read(json, answer);
        Map<String, Double> posterior = new TreeMap<>();
        tree.path("causes")
                .forEach(cause -> posterior.put(
                        cause.path("id").asText(), cause.path("probability").asDouble()));
        posterior.put(Lesson.OTHER, tree.path("other").asDouble());
        Set<String> fixes = new HashSet<>();
        tree.path("plan")
                .path("steps")
                .forEach(step -> fixes.add(step.path("fix").asText()));
        List<Symptom> symptoms = new ArrayList<>();
        tree.path("symptoms")
                .forEach(symptom -> symptoms.add(new Symptom(
                        symptom.path("id").asText(), symptom.path("value").asText())));
        return new AnsweredCase(posterior, fixes, symptoms);
    }

    String segment() {
        return Segment.of(symptoms).name();
    }

    private static JsonNode read(ObjectMapper json, byte[] answer) {
        try {
            return json.readTree(answer);
        } catch (IOException e) {
            throw new IllegalStateException("an answer is always JSON", e);
        }
    }
}
