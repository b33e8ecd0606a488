package dev.reconnect.bench;

import dev.reconnect.diagnosis.Diagnoser;
import dev.reconnect.diagnosis.Diagnosis;
import dev.reconnect.diagnosis.Observation;
import dev.reconnect.diagnosis.Origin;
import dev.reconnect.diagnosis.Report;
import dev.reconnect.fact.Symptom;
import dev.reconnect.knowledge.Risk;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A diagnosis over the shipped rules and knowledge, of one report after another, no two of them alike. */
@State(Scope.Benchmark)
public class DiagnosisBenchmark {

    /** More than any cache of answers holds. */
    private static final int REPORTS = 20_000;

    /** Finding those that leave something to ask takes a diagnosis each. */
    private static final int REPORTS_THAT_ASK = 2_000;

    /** What is wanted of a diagnosis. */
    public enum Wanted {
        /** Causes and their probabilities. */
        RANKING(EnumSet.noneOf(Report.Part.class)),
        /** With the evidence for and against each cause, and the plan. */
        WHOLE(EnumSet.of(Report.Part.EVIDENCE, Report.Part.PLAN)),
        /** And with what to ask next: of reports that leave something to ask. */
        QUESTIONS(EnumSet.allOf(Report.Part.class));

        private final Set<Report.Part> parts;

        Wanted(Set<Report.Part> parts) {
            this.parts = parts;
        }
    }

    @Param({"RANKING", "WHOLE", "QUESTIONS"})
    public Wanted wanted;

    private final List<Report> reports = new ArrayList<>();
    private Diagnoser diagnoser;
    private int next;

    @Setup
    public void read() {
        ServiceLog.begin();
        ShippedCases shipped = new ShippedCases();
        diagnoser = shipped.release().diagnoser();
        boolean asking = wanted == Wanted.QUESTIONS;
        for (List<Symptom> symptoms : shipped.different(asking ? REPORTS_THAT_ASK : REPORTS)) {
            if (!asking || !isDetermined(symptoms)) {
                reports.add(report(symptoms, wanted.parts));
            }
        }
    }

    @Benchmark
    public Diagnosis diagnose() {
        next = (next + 1) % reports.size();
        return diagnoser.diagnose(reports.get(next));
    }

    private boolean isDetermined(List<Symptom> symptoms) {
        return diagnoser
                .diagnose(report(symptoms, Wanted.RANKING.parts))
                .interview()
                .done();
    }

    private static Report report(List<Symptom> symptoms, Set<Report.Part> wanted) {
        List<Observation> observations = new ArrayList<>();
        for (Symptom symptom : symptoms) {
            observations.add(new Observation(symptom, new Origin.Reported("/symptoms/" + observations.size())));
        }
        return new Report("00000000-0000-0000-0000-000000000000", observations, List.of(), 5, Risk.HIGH, wanted);
    }
}
