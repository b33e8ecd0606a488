package dev.reconnect.quality;

import dev.reconnect.diagnosis.Diagnosis;
import dev.reconnect.diagnosis.Status;
import dev.reconnect.fact.Symptom;
import dev.reconnect.knowledge.Knowledge;
import dev.reconnect.knowledge.SymptomDefinition;
import dev.reconnect.rules.Rule;
import dev.reconnect.rules.RuleBase;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Simulated interviews: the user of a trial answers what the trial's symptoms say and does not know the rest. An interview
 * ends when the diagnosis is determined, when no question helps, or when nobody would go on asking.
 */
final class Interviews {

    /** After so many questions a user hangs up. */
    static final int MOST = 20;

    private final Consultation consultation;
    private final List<String> checklist;

    Interviews(Consultation consultation, List<String> checklist) {
        this.consultation = consultation;
        this.checklist = List.copyOf(checklist);
    }

    /** A fixed order to compare with: every question that some rule reads the answer of, the cheapest first. */
    static List<String> checklist(Knowledge knowledge, RuleBase rules) {
        Set<String> read = new TreeSet<>();
        rules.rules()
                .forEach(rule ->
                        rule.conditions().stream().map(Rule.Condition::symptom).forEach(read::add));
        return knowledge.symptoms().values().stream()
                .filter(symptom -> !symptom.derived()
                        && symptom.type() == SymptomDefinition.Type.CHOICE
                        && read.contains(symptom.id()))
                .sorted(Comparator.comparingDouble(SymptomDefinition::minutes).thenComparing(SymptomDefinition::id))
                .map(SymptomDefinition::id)
                .toList();
    }

    /** Asks what the diagnosis finds most worth asking, each time anew. */
    Answer.Interviewed guided(Trial trial, Set<Symptom> opening) {
        Set<Symptom> known = new LinkedHashSet<>(opening);
        int answered = 0;
        Diagnosis diagnosis = consultation.withQuestions(known);
        int asked = 0;
        while (asked < MOST
                && !diagnosis.interview().done()
                && !diagnosis.questions().isEmpty()) {
            answered += answer(trial, diagnosis.questions().get(0).symptom(), known);
            asked++;
            diagnosis = consultation.withQuestions(known);
        }
        return interviewed(trial, diagnosis, asked, answered);
    }

    /** Asks down the fixed list. */
    Answer.Interviewed byChecklist(Trial trial, Set<Symptom> opening) {
        Set<Symptom> known = new LinkedHashSet<>(opening);
        int answered = 0;
        int asked = 0;
        Diagnosis diagnosis = consultation.plain(known);
        for (String question : checklist) {
            if (asked == MOST || diagnosis.status() == Status.DETERMINED) {
                break;
            }
            if (known.stream().noneMatch(symptom -> symptom.id().equals(question))) {
                answered += answer(trial, question, known);
                asked++;
                diagnosis = consultation.plain(known);
            }
        }
        return interviewed(trial, diagnosis, asked, answered);
    }

    /** Adds the answer to what is known; 1 when there was one, 0 when nobody knew. */
    private static int answer(Trial trial, String question, Set<Symptom> known) {
        List<Symptom> answers = trial.symptoms().stream()
                .filter(symptom -> symptom.id().equals(question))
                .toList();
        known.addAll(answers.isEmpty() ? List.of(new Symptom(question, Symptom.UNKNOWN)) : answers);
        return answers.isEmpty() ? 0 : 1;
    }

    private static Answer.Interviewed interviewed(Trial trial, Diagnosis diagnosis, int asked, int answered) {
        boolean right = !diagnosis.causes().isEmpty()
                && trial.isRight(diagnosis.causes().get(0).id(), true);
        return new Answer.Interviewed(asked, answered, right);
    }
}
