package dev.reconnect.quality;

import dev.reconnect.diagnosis.Diagnoser;
import dev.reconnect.diagnosis.Diagnosis;
import dev.reconnect.diagnosis.LearnedPriors;
import dev.reconnect.diagnosis.Priors;
import dev.reconnect.diagnosis.Status;
import dev.reconnect.fact.Symptom;
import dev.reconnect.knowledge.Knowledge;
import dev.reconnect.knowledge.SymptomDefinition;
import dev.reconnect.rules.RuleBase;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;

/** Puts trials to a release and measures its answers. The same release and trials give the same figures. */
public final class Examiner {

    /** What of a trial the diagnosis gets to see. */
    public enum Given {
        /** What the user pasted; the symptoms are kept back as answers to questions. */
        TEXT,
        SYMPTOMS,
        BOTH
    }

    private final Map<String, SymptomDefinition> vocabulary;
    private final Consultation consultation;
    private final Function<String, List<Symptom>> reader;
    private final Interviews interviews;
    private final Repairs repairs;
    private final boolean withInterviews;

    /**
     * @param reader         turns pasted text into symptoms
     * @param withInterviews whether to simulate interviews, which take most of the time
     */
    public Examiner(
            Knowledge knowledge,
            RuleBase rules,
            Priors priors,
            Function<String, List<Symptom>> reader,
            boolean withInterviews) {
        Diagnoser diagnoser = new Diagnoser(
                new Diagnosis.ReleaseName("examined", ""), knowledge, rules, LearnedPriors.everywhere(priors));
        this.consultation = new Consultation(diagnoser, knowledge.causes().size());
        this.reader = reader;
        this.interviews = new Interviews(consultation, Interviews.checklist(knowledge, rules));
        this.repairs = new Repairs(knowledge, priors);
        this.withInterviews = withInterviews;
        this.vocabulary = knowledge.symptoms();
    }

    public Answer examine(Trial trial, Given given) {
        boolean textGiven = given != Given.SYMPTOMS && !trial.text().isEmpty();
        List<Symptom> read = textGiven ? reader.apply(trial.text()) : List.of();
        Set<Symptom> known = known(trial, given, read);
        Diagnosis diagnosis = consultation.withPlan(known);
        List<Diagnosis.RankedCause> causes = diagnosis.causes();
        boolean interviewed = withInterviews && !trial.symptoms().isEmpty();
        Set<Symptom> opening = interviewed ? opening(trial) : Set.of();
        return new Answer(
                trial,
                textGiven,
                read,
                rank(causes, trial, false),
                rank(causes, trial, true),
                causes.isEmpty() ? "" : causes.get(0).id(),
                causes.isEmpty() ? 0 : causes.get(0).probability(),
                probability(causes, trial.cause()),
                brier(diagnosis, trial),
                diagnosis.status() == Status.DETERMINED,
                interviewed ? interviews.guided(trial, opening) : Answer.Interviewed.NONE,
                interviewed ? interviews.byChecklist(trial, opening) : Answer.Interviewed.NONE,
                repairs.isKnown(trial.cause())
                        ? OptionalDouble.of(repairs.following(diagnosis.plan().orElseThrow(), trial.cause()))
                        : OptionalDouble.empty(),
                repairs.isKnown(trial.cause())
                        ? OptionalDouble.of(repairs.mostProbableFirst(causes, trial.cause()))
                        : OptionalDouble.empty());
    }

    private Set<Symptom> known(Trial trial, Given given, List<Symptom> read) {
        Set<Symptom> known = new LinkedHashSet<>(read);
        if (given != Given.TEXT) {
            // What somebody stated outweighs what was read out of the text.
            known.removeIf(symptom -> isSingle(symptom.id())
                    && trial.symptoms().stream().anyMatch(stated -> stated.id().equals(symptom.id())));
            known.addAll(trial.symptoms());
        }
        return known;
    }

    private boolean isSingle(String symptom) {
        return vocabulary.containsKey(symptom) && !vocabulary.get(symptom).multiple();
    }

    /** What an interview starts from: the text, or where there is none, what the error window shows. */
    private Set<Symptom> opening(Trial trial) {
        Set<Symptom> opening = new LinkedHashSet<>();
        if (!trial.text().isEmpty()) {
            opening.addAll(reader.apply(trial.text()));
        }
        if (opening.isEmpty()) {
            trial.symptoms().stream()
                    .filter(symptom -> symptom.id().startsWith("error."))
                    .forEach(opening::add);
        }
        return opening;
    }

    private static int rank(List<Diagnosis.RankedCause> causes, Trial trial, boolean lenient) {
        for (int i = 0; i < causes.size(); i++) {
            if (trial.isRight(causes.get(i).id(), lenient)) {
                return i + 1;
            }
        }
        return 0;
    }

    private static double probability(List<Diagnosis.RankedCause> causes, String cause) {
        return causes.stream()
                .filter(ranked -> ranked.id().equals(cause))
                .mapToDouble(Diagnosis.RankedCause::probability)
                .findFirst()
                .orElse(0);
    }

    private static double brier(Diagnosis diagnosis, Trial trial) {
        double sum = diagnosis.other() * diagnosis.other();
        boolean known = false;
        for (Diagnosis.RankedCause ranked : diagnosis.causes()) {
            boolean isTruth = ranked.id().equals(trial.cause());
            known |= isTruth;
            double error = ranked.probability() - (isTruth ? 1 : 0);
            sum += error * error;
        }
        return known ? sum : sum + 1;
    }
}
