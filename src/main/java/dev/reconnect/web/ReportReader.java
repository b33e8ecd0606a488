package dev.reconnect.web;

import dev.reconnect.diagnosis.Diagnosis;
import dev.reconnect.diagnosis.Observation;
import dev.reconnect.diagnosis.Origin;
import dev.reconnect.diagnosis.Report;
import dev.reconnect.fact.Symptom;
import dev.reconnect.knowledge.Nearest;
import dev.reconnect.knowledge.Risk;
import dev.reconnect.knowledge.SymptomDefinition;
import dev.reconnect.release.Release;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns what a portal sent into a report, and collects everything that is wrong with it. For one request. */
final class ReportReader {

    private static final int CAUSES = 5;
    private static final int MOST_CAUSES = 50;
    private static final int CHOICES_SHOWN = 30;

    private final Release release;
    private final ReconnectConfig.Limits limits;
    private final List<Problem.Error> errors = new ArrayList<>();
    private final List<Observation> observations = new ArrayList<>();
    private final List<Diagnosis.Notice> notices = new ArrayList<>();

    ReportReader(Release release, ReconnectConfig.Limits limits) {
        this.release = release;
        this.limits = limits;
    }

    /** @throws ProblemException 422 with every offending place */
    Report read(String id, DiagnosisRequest request) {
        int limit = request.limit().orElse(CAUSES);
        if (limit < 1 || limit > MOST_CAUSES) {
            error(
                    "/limit",
                    "limit must be between 1 and " + MOST_CAUSES + " but is " + limit + ".",
                    "Leave it out for 5.");
        }
        if (request.symptoms().size() > limits.symptoms()) {
            error(
                    "/symptoms/" + limits.symptoms(),
                    request.symptoms().size() + " symptoms are more than the " + limits.symptoms() + " of one report.",
                    "Report each symptom once.");
        } else {
            for (int i = 0; i < request.symptoms().size(); i++) {
                symptom("/symptoms/" + i, request.symptoms().get(i));
            }
        }
        if (!errors.isEmpty()) {
            throw new ProblemException(Problem.of(ProblemType.INVALID_REPORT, errors));
        }
        return new Report(
                id,
                observations,
                notices,
                limit,
                request.maxRisk().orElse(Risk.HIGH),
                request.include().orElse(Set.of(Report.Part.values())));
    }

    private void symptom(String pointer, DiagnosisRequest.ReportedSymptom reported) {
        if (reported == null) {
            error(pointer, "This must be an object with id and value.", "Leave out what was not observed.");
            return;
        }
        Map<String, SymptomDefinition> vocabulary = release.knowledge().symptoms();
        Optional<String> id = word(pointer + "/id", reported.id());
        Optional<String> value = word(pointer + "/value", reported.value());
        if (id.isEmpty() || value.isEmpty()) {
            return;
        }
        SymptomDefinition definition = vocabulary.get(id.get());
        if (definition == null) {
            unknown(pointer + "/id", "symptom", id.get(), vocabulary.keySet(), "GET /v1/symptoms lists all.");
            return;
        }
        value(pointer, definition, value.get())
                .ifPresent(symptom -> observations.add(new Observation(symptom, new Origin.Reported(pointer))));
    }

    private Optional<Symptom> value(String pointer, SymptomDefinition definition, String value) {
        if (value.equals(Symptom.UNKNOWN)) {
            return Optional.of(new Symptom(definition.id(), Symptom.UNKNOWN));
        }
        return switch (definition.type()) {
            case CHOICE -> choice(pointer, definition, value);
            case NUMBER -> number(pointer, definition, value);
            case CODE, TEXT -> Optional.of(new Symptom(definition.id(), value.toLowerCase(Locale.ROOT)));
        };
    }

    private Optional<Symptom> choice(String pointer, SymptomDefinition definition, String value) {
        List<String> choices = definition.choices().stream()
                .map(SymptomDefinition.Choice::value)
                .toList();
        if (choices.contains(value)) {
            return Optional.of(new Symptom(definition.id(), value));
        }
        List<String> shown = choices.stream().limit(CHOICES_SHOWN).toList();
        unknown(
                pointer + "/value",
                "value of " + definition.id(),
                value,
                choices,
                "Possible: " + String.join(", ", shown) + (choices.size() > CHOICES_SHOWN ? ", …" : "") + ", unknown.");
        return Optional.empty();
    }

    private Optional<Symptom> number(String pointer, SymptomDefinition definition, String value) {
        try {
            double number = Double.parseDouble(value);
            if (Double.isFinite(number)) {
                return Optional.of(new Symptom(definition.id(), value, number));
            }
        } catch (NumberFormatException e) {
            // said below
        }
        error(
                pointer + "/value",
                "\"" + value + "\" is not a number.",
                "Send the number alone, in " + definition.unit() + ".");
        return Optional.empty();
    }

    private void unknown(String pointer, String what, String word, Collection<String> known, String otherwise) {
        Optional<String> nearest = Nearest.to(word, known);
        String hint = nearest.map(near -> "Did you mean \"" + near + "\"? " + otherwise)
                .orElse(otherwise);
        errors.add(new Problem.Error(
                pointer,
                "\"" + word + "\" is no " + what + ".",
                hint,
                nearest.map(List::of).orElse(List.of())));
    }

    /** A short text, or a number as it is written; anything else is an error. */
    private Optional<String> word(String pointer, Object given) {
        String word = given instanceof String || given instanceof Number
                ? given.toString().strip()
                : "";
        if (word.isEmpty()) {
            error(
                    pointer,
                    "This must be a text or a number.",
                    "Leave out what was not observed; send \"unknown\" for what nobody knows.");
        } else if (word.length() > limits.value()) {
            error(
                    pointer,
                    "This has " + word.length() + " characters; " + limits.value() + " are read.",
                    "Put long texts into \"text\".");
        } else if (hasHalfCharacter(word)) {
            error(pointer, "This holds half a character (an unpaired surrogate).", "Send valid Unicode.");
        } else {
            return Optional.of(word);
        }
        return Optional.empty();
    }

    /** Half a surrogate pair cannot be written as UTF-8, so it could be neither answered nor stored. */
    private static boolean hasHalfCharacter(String text) {
        return !StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private void error(String pointer, String detail, String hint) {
        errors.add(new Problem.Error(pointer, detail, hint, List.of()));
    }
}
