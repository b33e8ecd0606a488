package dev.reconnect.quality;

import dev.reconnect.diagnosis.Diagnoser;
import dev.reconnect.diagnosis.Diagnosis;
import dev.reconnect.diagnosis.Observation;
import dev.reconnect.diagnosis.Origin;
import dev.reconnect.diagnosis.Report;
import dev.reconnect.fact.Symptom;
import dev.reconnect.knowledge.Risk;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Asks for diagnoses as a portal would, with all causes listed. */
final class Consultation {

    private final Diagnoser diagnoser;
    private final int causes;

    Consultation(Diagnoser diagnoser, int causes) {
        this.diagnoser = diagnoser;
        this.causes = Math.max(1, causes);
    }

    Diagnosis plain(Collection<Symptom> symptoms) {
        return diagnose(symptoms, Set.of());
    }

    Diagnosis withPlan(Collection<Symptom> symptoms) {
        return diagnose(symptoms, Set.of(Report.Part.PLAN));
    }

    Diagnosis withQuestions(Collection<Symptom> symptoms) {
        return diagnose(symptoms, Set.of(Report.Part.QUESTIONS));
    }

    private Diagnosis diagnose(Collection<Symptom> symptoms, Set<Report.Part> parts) {
        List<Observation> observations = new ArrayList<>();
        for (Symptom symptom : symptoms) {
            String pointer = "/symptoms/" + observations.size();
            observations.add(new Observation(symptom, new Origin.Reported(pointer)));
        }
        return diagnoser.diagnose(new Report("trial", observations, List.of(), causes, Risk.HIGH, parts));
    }
}
