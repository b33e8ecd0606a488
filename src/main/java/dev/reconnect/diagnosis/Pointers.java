package dev.reconnect.diagnosis;

import dev.reconnect.fact.Symptom;
import dev.reconnect.rules.Conclusions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The symptoms of an answer in order, and the JSON pointer to each: {@code /symptoms/<index>}. */
final class Pointers {

    private final List<Diagnosis.SeenSymptom> symptoms = new ArrayList<>();
    private final Map<Symptom, String> pointers = new HashMap<>();

    private Pointers() {}

    static Pointers of(List<Observation> observations, List<Conclusions.Derivation> derived) {
        Pointers pointers = new Pointers();
        observations.forEach(observation -> pointers.add(observation.symptom(), observation.origin()));
        for (Conclusions.Derivation derivation : derived) {
            if (!pointers.pointers.containsKey(derivation.symptom())) {
                pointers.add(derivation.symptom(), new Origin.Derived(derivation.rule()));
            }
        }
        return pointers;
    }

    List<Diagnosis.SeenSymptom> symptoms() {
        return symptoms;
    }

    List<String> of(List<Symptom> rested) {
        String[] places = new String[rested.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = pointers.get(rested.get(i));
        }
        return List.of(places);
    }

    private void add(Symptom symptom, Origin origin) {
        pointers.putIfAbsent(symptom, "/symptoms/" + symptoms.size());
        symptoms.add(new Diagnosis.SeenSymptom(
                symptom.id(),
                symptom.value(),
                Double.isNaN(symptom.number()) ? Optional.empty() : Optional.of(symptom.number()),
                origin));
    }
}
