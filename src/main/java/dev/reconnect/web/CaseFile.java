package dev.reconnect.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.reconnect.knowledge.Cause;
import dev.reconnect.knowledge.SymptomDefinition;
import dev.reconnect.release.ActiveRelease;
import dev.reconnect.release.Release;
import dev.reconnect.store.KeptDiagnosis;
import dev.reconnect.store.KeptLesson;
import dev.reconnect.store.OutcomeStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Makes a labelled case of a diagnosis whose cause was confirmed, ready to be sent in as a draft. */
@ApplicationScoped
class CaseFile {

    /** A file as a draft takes it. */
    @Schema(name = "CaseFile")
    public record View(String path, String text) {}

    /** The spellings that files know. */
    private static final Pattern CODE = Pattern.compile("0x(0|[1-9a-f][0-9a-f]{0,15})");

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}(\\.\\d{1,6})?");
    private static final int DECIMALS = 6;

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
        Map<String, List<String>> symptoms = symptoms(kept, release);
        if (symptoms.isEmpty()) {
            throw new ProblemException(Problem.of(
                    ProblemType.CONFLICT,
                    "Nothing of this diagnosis can stand in a case: texts stay out, and codes and figures that cannot be read.",
                    "Write the case by hand."));
        }
        StringBuilder text = new StringBuilder("cases:\n");
        text.append("  - name: ").append(quoted("outcome of " + id)).append("\n    symptoms:\n");
        symptoms.forEach((symptom, values) -> text.append("      ")
                .append(symptom)
                .append(": ")
                .append(
                        release.knowledge().symptoms().get(symptom).multiple()
                                ? values.stream().map(CaseFile::quoted).collect(Collectors.joining(", ", "[", "]"))
                                : quoted(values.get(0)))
                .append('\n'));
        // Were it to expect "first" at once, the draft that brings it could not be published without a better rule.
        return text.append("    cause: ")
                .append(quoted(cause.id()))
                .append("\n    # Write \"first\" here once the rules get it right.\n    expect: any\n    source: ")
                .append(quoted("confirmed outcome of a diagnosis by release " + kept.release()))
                .append('\n')
                .toString();
    }

    /** What was reported or read, as far as the vocabulary of today knows it; free texts stay out. */
    private Map<String, List<String>> symptoms(KeptDiagnosis kept, Release release) {
        Map<String, List<String>> symptoms = new TreeMap<>();
        for (JsonNode observation : read(kept).path("observations")) {
            JsonNode symptom = observation.path("symptom");
            Optional.ofNullable(release.knowledge()
                            .symptoms()
                            .get(symptom.path("id").asText()))
                    .filter(definition -> !definition.derived())
                    .flatMap(definition -> value(definition, symptom))
                    .ifPresent(value -> {
                        List<String> values =
                                symptoms.computeIfAbsent(symptom.path("id").asText(), key -> new ArrayList<>());
                        if (!values.contains(value)) {
                            values.add(value);
                        }
                    });
        }
        return symptoms;
    }

    /** As a case file spells it; empty when it cannot. */
    private static Optional<String> value(SymptomDefinition definition, JsonNode symptom) {
        String value = symptom.path("value").asText();
        return switch (definition.type()) {
            case CHOICE ->
                Optional.of(value).filter(given -> definition.choices().stream()
                        .anyMatch(choice -> choice.value().equals(given)));
            case CODE -> Optional.of(value).filter(CODE.asMatchPredicate());
            case NUMBER ->
                Optional.of(symptom.path("number"))
                        .filter(JsonNode::isNumber)
                        .map(number -> plain(number.decimalValue()))
                        .filter(NUMBER.asMatchPredicate());
            case TEXT -> Optional.empty();
        };
    }

    private static String plain(BigDecimal number) {
        return number.setScale(DECIMALS, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
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
