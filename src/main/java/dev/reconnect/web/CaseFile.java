package dev.reconnect.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.reconnect.fact.Symptom;
import dev.reconnect.knowledge.Cause;
import dev.reconnect.knowledge.SymptomDefinition;
import dev.reconnect.release.ActiveRelease;
import dev.reconnect.release.Release;
import dev.reconnect.store.KeptDiagnosis;
import dev.reconnect.store.KeptLesson;
import dev.reconnect.store.OutcomeStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Makes a labelled case of a diagnosis whose cause was confirmed, ready to be sent in as a draft. */
@ApplicationScoped
class CaseFile {

    /** A file as a draft takes it. */
    @Schema(name = "CaseFile")
    public record View(String path, String text) {}

    private final Desk desk;
    private final OutcomeStore outcomes;
    private final ActiveRelease active;
    private final ObjectMapper json;

    CaseFile(Desk desk, OutcomeStore outcomes, ActiveRelease active, ObjectMapper json) {
        this.desk = desk;
        this.outcomes = outcomes;
        this.active = active;
        this.json = json;
    }

    /** @throws ProblemException 404 without such a diagnosis, 409 while its cause is not known, or not in this release */
    View of(UUID id) {
        KeptDiagnosis kept = desk.kept(id);
        Release release = active.get();
        String confirmed = outcomes.lesson(id).map(KeptLesson::confirmed).orElse("");
        Cause cause = release.knowledge().causes().get(confirmed);
        if (cause == null) {
            throw new ProblemException(Problem.of(
                    ProblemType.CONFLICT,
                    "No cause of this release is confirmed for this diagnosis.",
                    "Report an outcome with \"confirmed\" first."));
        }
        return new View("knowledge/cases/" + cause.area() + "/outcome-" + id + ".yaml", text(id, kept, cause, release));
    }

    private String text(UUID id, KeptDiagnosis kept, Cause cause, Release release) {
        StringBuilder text = new StringBuilder("cases:\n");
        text.append("  - name: ").append(quoted("outcome of " + id)).append("\n    symptoms:\n");
        symptoms(kept, release).forEach((symptom, values) -> text.append("      ")
                .append(symptom)
                .append(": ")
                .append(
                        release.knowledge().symptoms().get(symptom).multiple()
                                ? values.stream().map(CaseFile::quoted).collect(Collectors.joining(", ", "[", "]"))
                                : quoted(values.get(0)))
                .append('\n'));
        return text.append("    cause: ")
                .append(cause.id())
                .append("\n    acceptable: []\n    expect: first\n    source: ")
                .append(quoted("confirmed outcome of a diagnosis by release " + kept.release()))
                .append('\n')
                .toString();
    }

    /** What was reported or read, as far as the vocabulary of today knows it; free texts stay out. */
    private Map<String, List<String>> symptoms(KeptDiagnosis kept, Release release) {
        Map<String, List<String>> symptoms = new TreeMap<>();
        for (JsonNode observation : read(kept).path("observations")) {
            String symptom = observation.path("symptom").path("id").asText();
            String value = observation.path("symptom").path("value").asText();
            SymptomDefinition definition = release.knowledge().symptoms().get(symptom);
            if (definition != null
                    && definition.type() != SymptomDefinition.Type.TEXT
                    && !definition.derived()
                    && !value.equals(Symptom.UNKNOWN)) {
                symptoms.computeIfAbsent(symptom, key -> new ArrayList<>()).add(value);
            }
        }
        return symptoms;
    }

    private JsonNode read(KeptDiagnosis kept) {
        try {
            return json.readTree(kept.request());
        } catch (IOException e) {
            throw new IllegalStateException("what is stored is JSON", e);
        }
    }

    /** A string of JSON is one of YAML too. */
    private static String quoted(String text) {
        return TextNode.valueOf(text).toString();
    }
}
