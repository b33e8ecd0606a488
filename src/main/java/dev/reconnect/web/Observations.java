package dev.reconnect.web;

import dev.reconnect.diagnosis.Diagnosis;
import dev.reconnect.diagnosis.Observation;
import dev.reconnect.diagnosis.Origin;
import dev.reconnect.fact.Symptom;
import dev.reconnect.knowledge.SymptomDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gathers the observations of one report: each symptom and value once, at its first place. What a caller reports outweighs
 * what is read in the text; two reported values of a symptom that has only one are both kept and warned about.
 */
final class Observations {

    private final Map<String, SymptomDefinition> vocabulary;
    private final Map<Symptom, Observation> observed = new LinkedHashMap<>();
    private final List<Diagnosis.Notice> notices = new ArrayList<>();

    Observations(Map<String, SymptomDefinition> vocabulary) {
        this.vocabulary = vocabulary;
    }

    void add(Observation observation) {
        Symptom symptom = observation.symptom();
        if (observed.containsKey(symptom) || symptom.isUnknown() && isKnown(symptom.id())) {
            return;
        }
        observed.remove(new Symptom(symptom.id(), Symptom.UNKNOWN));
        if (observation.origin() instanceof Origin.Quoted && isReportedOtherwise(symptom)) {
            note(new Diagnosis.Notice(
                    "contradiction",
                    "The text says " + symptom.id() + " is \"" + symptom.value()
                            + "\"; what was reported for it counts instead.",
                    List.of()));
            return;
        }
        observed.put(symptom, observation);
    }

    void note(Diagnosis.Notice notice) {
        notices.add(notice);
    }

    List<Observation> list() {
        return List.copyOf(observed.values());
    }

    /** What was noted while reading, then the contradictions. */
    List<Diagnosis.Notice> notices() {
        List<Diagnosis.Notice> all = new ArrayList<>(notices);
        Map<String, List<Integer>> places = new LinkedHashMap<>();
        List<Observation> list = list();
        for (int i = 0; i < list.size(); i++) {
            String id = list.get(i).symptom().id();
            if (!vocabulary.get(id).multiple()) {
                places.computeIfAbsent(id, unused -> new ArrayList<>()).add(i);
            }
        }
        places.values().stream()
                .filter(several -> several.size() > 1)
                .forEach(several -> all.add(contradiction(list, several)));
        return all;
    }

    private static Diagnosis.Notice contradiction(List<Observation> list, List<Integer> places) {
        List<String> values = places.stream()
                .map(place -> '"' + list.get(place).symptom().value() + '"')
                .toList();
        return new Diagnosis.Notice(
                "contradiction",
                list.get(places.get(0)).symptom().id() + " is said to be " + String.join(" and ", values)
                        + " at once. Find out which is true: the diagnosis takes all of them at their word.",
                places.stream().map(place -> "/symptoms/" + place).toList());
    }

    private boolean isKnown(String id) {
        return observed.keySet().stream().anyMatch(symptom -> symptom.id().equals(id) && !symptom.isUnknown());
    }

    private boolean isReportedOtherwise(Symptom symptom) {
        return !vocabulary.get(symptom.id()).multiple()
                && observed.values().stream()
                        .anyMatch(observation -> observation.origin() instanceof Origin.Reported
                                && observation.symptom().id().equals(symptom.id())
                                && !observation.symptom().isUnknown());
    }
}
