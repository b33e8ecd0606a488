package dev.reconnect.web;

import dev.reconnect.diagnosis.Diagnosis;
import dev.reconnect.diagnosis.Observation;
import dev.reconnect.diagnosis.Origin;
import dev.reconnect.fact.Symptom;
import dev.reconnect.intake.Code;
import dev.reconnect.knowledge.Nearest;
import dev.reconnect.knowledge.SymptomDefinition;
import dev.reconnect.release.Release;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the symptoms that a caller reports, one by one, against the vocabulary. */
final class SymptomReader {

    private static final String CODE = "error.code";
    private static final String EXTENDED_CODE = "error.extended-code";
    private static final int CHOICES_SHOWN = 30;

    private final Release release;
    private final Map<String, SymptomDefinition> vocabulary;
    private final int longest;
    private final Observations observations;
    private final List<Problem.Error> errors;

    /** @param longest the most characters of an id or a value */
    SymptomReader(Release release, int longest, Observations observations, List<Problem.Error> errors) {
        this.release = release;
        this.vocabulary = release.knowledge().symptoms();
        this.longest = longest;
        this.observations = observations;
        this.errors = errors;
    }

    void read(String pointer, DiagnosisRequest.ReportedSymptom reported) {
        if (reported == null) {
            error(pointer, "This must be an object with id and value.", "Leave out what was not observed.");
            return;
        }
        Optional<String> id = word(pointer + "/id", reported.id());
        Optional<String> value = word(pointer + "/value", reported.value());
        if (id.isEmpty() || value.isEmpty()) {
            return;
        }
        SymptomDefinition definition = vocabulary.get(id.get());
        if (definition == null) {
            unknown(pointer + "/id", "symptom", id.get(), vocabulary.keySet(), "GET /v1/symptoms lists all.");
        } else if (value.get().equals(Symptom.UNKNOWN)) {
            observe(pointer, new Symptom(definition.id(), Symptom.UNKNOWN));
        } else {
            value(pointer, definition, value.get());
        }
    }

    private void value(String pointer, SymptomDefinition definition, String value) {
        switch (definition.type()) {
            case CHOICE -> choice(pointer, definition, value);
            case NUMBER -> number(pointer, definition, value);
            case CODE -> code(pointer, definition, value);
            case TEXT ->
                observe(pointer, new Symptom(definition.id(), masked(value).toLowerCase(Locale.ROOT)));
        }
    }

    private void choice(String pointer, SymptomDefinition definition, String value) {
        for (SymptomDefinition.Choice choice : definition.choices()) {
            if (choice.value().equals(value)) {
                observe(pointer, new Symptom(definition.id(), value));
                return;
            }
        }
        List<String> choices = definition.choices().stream()
                .map(SymptomDefinition.Choice::value)
                .toList();
        List<String> shown = choices.stream().limit(CHOICES_SHOWN).toList();
        unknown(
                pointer + "/value",
                "value of " + definition.id(),
                value,
                choices,
                "Possible: " + String.join(", ", shown) + (choices.size() > CHOICES_SHOWN ? ", …" : "") + ", unknown.");
    }

    private void number(String pointer, SymptomDefinition definition, String value) {
        Optional<Double> number = parse(value);
        if (number.isPresent()) {
            observe(pointer, new Symptom(definition.id(), value, number.get()));
        } else {
            error(
                    pointer + "/value",
                    "This is not a number.",
                    "Send the number alone" + (definition.unit().isEmpty() ? "." : ", in " + definition.unit() + "."));
        }
    }

    private static Optional<Double> parse(String value) {
        try {
            return Optional.of(Double.parseDouble(value)).filter(Double::isFinite);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Any spelling is taken, and a code that nobody knows too: somebody saw it, and it is counted. */
    private void code(String pointer, SymptomDefinition definition, String value) {
        Code code = release.intake().codes().normaliser().normalise(value);
        // What is no code may be anything that somebody pasted into the field.
        String kept = code.malformed() ? masked(code.value()) : code.value();
        observe(pointer, new Symptom(definition.id(), kept));
        if (definition.id().equals(CODE) && !code.extended().isEmpty() && vocabulary.containsKey(EXTENDED_CODE)) {
            observe(pointer, new Symptom(EXTENDED_CODE, code.extended()));
        }
        if (code.malformed()) {
            note(pointer, "malformed-code", "\"" + kept + "\" is in no spelling of a code that can be read.");
        } else if (release.intake().codes().meanings(code.value()).isEmpty()
                && !release.index().readsValue(code.value())) {
            note(pointer, "unknown-code", code.value() + " is in no list of codes, and no rule reads it.");
        }
    }

    /** With names, addresses and secrets covered. */
    private String masked(String value) {
        return release.intake().read(value, Clock.systemUTC()).masked();
    }

    private void note(String pointer, String kind, String message) {
        observations.note(new Diagnosis.Notice(kind, message + " It is kept with the case.", List.of(pointer)));
    }

    private void observe(String pointer, Symptom symptom) {
        observations.add(new Observation(symptom, new Origin.Reported(pointer)));
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
        } else if (word.length() > longest) {
            error(
                    pointer,
                    "This has " + word.length() + " characters; " + longest + " are read.",
                    "Put long texts into \"text\".");
        } else if (ReportReader.hasHalfCharacter(word)) {
            error(pointer, "This holds half a character (an unpaired surrogate).", "Send valid Unicode.");
        } else {
            return Optional.of(word);
        }
        return Optional.empty();
    }

    private void unknown(String pointer, String what, String word, Collection<String> known, String otherwise) {
        Optional<String> nearest = Nearest.to(word, known);
        errors.add(new Problem.Error(
                pointer,
                Discretion.echo(word, known) + " is no " + what + ".",
                nearest.map(near -> "Did you mean \"" + near + "\"? " + otherwise)
                        .orElse(otherwise),
                nearest.map(List::of).orElse(List.of())));
    }

    private void error(String pointer, String detail, String hint) {
        errors.add(new Problem.Error(pointer, detail, hint, List.of()));
    }
}
