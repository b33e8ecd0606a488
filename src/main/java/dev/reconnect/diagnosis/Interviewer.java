package dev.reconnect.diagnosis;

import dev.reconnect.fact.Symptom;
import dev.reconnect.knowledge.SymptomDefinition;
import dev.reconnect.rules.KnownSymptoms;
import dev.reconnect.rules.Suppositions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the questions whose answers are expected to tell the causes apart best, for what they cost to ask.
 *
 * <p>For each possible answer of an open question the rules that read it are looked at again, and what they then say is
 * weighed; see {@link Suppositions}. P(answer | cause) is taken as proportional to 10^(ΔdB / 10), normalised over the answers; answers that no
 * rule reads count as one, because they all change nothing.
 */
final class Interviewer {

    /** Causes that a question may be about: those that hold the bulk of the probability. */
    private static final int ABOUT = 8;

    /** As many open questions are worked out answer by answer. */
    private static final int WORKED_OUT = 16;

    private static final int MOST = 5;

    /** Below this many bits an answer is not worth anybody's time. */
    private static final double LEAST_GAIN = 0.01;

    /** Minutes that any question costs, however easy: to be read, understood and answered. */
    private static final double EFFORT = 0.5;

    /** Minutes to read one choice: a list of fifty sentences is no quick question. */
    private static final double EFFORT_PER_CHOICE = 0.1;

    private final Map<String, SymptomDefinition> vocabulary;
    private final Reading reading;

    Interviewer(Map<String, SymptomDefinition> vocabulary, Reading reading) {
        this.vocabulary = vocabulary;
        this.reading = reading;
    }

    List<Question> questions(Ranking ranking, Suppositions suppositions, KnownSymptoms known) {
        Belief belief = Belief.of(ranking);
        return candidates(ranking, known).stream()
                .map(definition -> question(definition, belief, suppositions))
                .filter(question -> question.gainBits() >= LEAST_GAIN)
                .sorted(Comparator.comparingDouble(Interviewer::negativeValue).thenComparing(Question::symptom))
                .limit(MOST)
                .toList();
    }

    private static double negativeValue(Question question) {
        double effort = EFFORT
                + question.minutes()
                + EFFORT_PER_CHOICE * question.choices().size();
        return -question.gainBits() / effort;
    }

    /**
     * The open questions most likely to be worth working out: those whose strongest rules speak about probable causes, for
     * their effort. Working out all of them would take ten times as long and seldom change which come first.
     */
    private List<SymptomDefinition> candidates(Ranking ranking, KnownSymptoms known) {
        Map<String, Double> promise = new HashMap<>();
        ranking.scores().stream().limit(ABOUT).forEach(score -> reading.behind(
                        score.cause().id())
                .forEach((symptom, decibans) -> promise.merge(symptom, score.probability() * decibans, Double::sum)));
        return promise.keySet().stream()
                .filter(vocabulary::containsKey)
                .filter(id -> !known.has(id))
                .map(vocabulary::get)
                .filter(definition -> !definition.derived() && definition.type() == SymptomDefinition.Type.CHOICE)
                .sorted(Comparator.comparingDouble(
                                (SymptomDefinition definition) -> -promise.get(definition.id()) / effort(definition))
                        .thenComparing(SymptomDefinition::id))
                .limit(WORKED_OUT)
                .toList();
    }

    private static double effort(SymptomDefinition definition) {
        return EFFORT
                + definition.minutes()
                + EFFORT_PER_CHOICE * definition.choices().size();
    }

    private Question question(SymptomDefinition definition, Belief belief, Suppositions suppositions) {
        Set<String> read = reading.values(definition.id());
        List<String> values = definition.choices().stream()
                .map(SymptomDefinition.Choice::value)
                .filter(read::contains)
                .toList();
        int answers = values.size() + (values.size() < definition.choices().size() ? 1 : 0);
        double[][] factors = new double[answers][];
        for (int i = 0; i < answers; i++) {
            factors[i] = i < values.size()
                    ? belief.factors(suppositions.changes(new Symptom(definition.id(), values.get(i))))
                    : belief.unchanged();
        }
        List<Belief.Outcome> outcomes = belief.outcomes(factors);
        double gain = belief.entropy();
        List<Question.Answer> led = new ArrayList<>();
        for (int i = 0; i < answers; i++) {
            Belief.Outcome outcome = outcomes.get(i);
            gain -= outcome.probability() * outcome.entropy();
            if (i < values.size()) {
                led.add(new Question.Answer(
                        values.get(i),
                        outcome.probability(),
                        belief.name(outcome.leader()),
                        outcome.leaderProbability()));
            }
        }
        return new Question(
                definition.id(),
                definition.question(),
                definition.choices().stream()
                        .map(choice -> new Question.Choice(choice.value(), choice.label()))
                        .toList(),
                Math.max(0, gain),
                definition.minutes(),
                why(definition, belief, led),
                led);
    }

    /** Names the answer that would change most, and where it leads. */
    private static String why(SymptomDefinition definition, Belief belief, List<Question.Answer> answers) {
        return answers.stream()
                .filter(answer -> !answer.cause().isEmpty())
                .max(Comparator.comparingDouble((Question.Answer answer) ->
                                answer.probability() * belief.rise(answer.cause(), answer.then()))
                        .thenComparing(Question.Answer::value))
                .map(answer -> "The answer “" + label(definition, answer.value()) + "” would make “"
                        + belief.title(answer.cause()) + "” "
                        + Math.round(100 * answer.then()) + " % probable; now it is "
                        + Math.round(100 * belief.now(answer.cause())) + " %.")
                .orElse("");
    }

    private static String label(SymptomDefinition definition, String value) {
        return definition.choices().stream()
                .filter(choice -> choice.value().equals(value))
                .map(SymptomDefinition.Choice::label)
                .findFirst()
                .orElse(value);
    }
}
