package dev.reconnect.web;

import dev.reconnect.diagnosis.Report;
import dev.reconnect.knowledge.SymptomDefinition;
import dev.reconnect.release.Release;
import java.util.stream.Collectors;

/**
 * By which a case is found again.
 *
 * @param reference   hash of what the portal calls it; empty when it has no name
 * @param fingerprint hash of that name and of what was observed, in choices and codes: words and figures differ from one
 *                    report of a failure to the next
 */
record Trace(String reference, String fingerprint) {

    static Trace of(DiagnosisRequest request, Report report, Release release) {
        return request.reference()
                .filter(name -> !name.isBlank())
                .map(name -> new Trace(reference(name), fingerprint(name, report, release)))
                .orElse(new Trace("", ""));
    }

    static String reference(String name) {
        return Secrets.hash("reference " + name.strip());
    }

    private static String fingerprint(String name, Report report, Release release) {
        String seen = report.observations().stream()
                .map(observation -> observation.symptom())
                .filter(symptom -> !symptom.isUnknown() && isPlain(symptom.id(), release))
                .map(symptom -> symptom.id() + "=" + symptom.value())
                .distinct()
                .sorted()
                .collect(Collectors.joining("\n"));
        return Secrets.hash("failure " + name.strip() + "\n" + seen);
    }

    private static boolean isPlain(String symptom, Release release) {
        SymptomDefinition definition = release.knowledge().symptoms().get(symptom);
        return definition != null
                && (definition.type() == SymptomDefinition.Type.CHOICE
                        || definition.type() == SymptomDefinition.Type.CODE);
    }
}
