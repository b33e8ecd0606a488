package dev.reconnect.diagnosis;

import dev.reconnect.fact.Symptom;
import dev.reconnect.knowledge.SymptomDefinition;
import dev.reconnect.rules.Rule.Concludes;
import dev.reconnect.rules.Suppositions;
import java.util.ArrayList;
import java.util.Arrays;
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

    List<Question> questions(Ranking ranking, Suppositions suppositions, Known known) {
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
    private List<SymptomDefinition> candidates(Ranking ranking, Known known) {
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

    /** The ranking as arrays: all causes, then {@code other}. */
    private record Belief(Ranking ranking, double[] probabilities, Map<String, Integer> index, double entropy) {

        /**
         * @param leader            index of the leading cause after the answer
         * @param leaderProbability its probability when the answer is simply added to the evidence
         */
        record Outcome(double probability, double entropy, int leader, double leaderProbability) {}

        static Belief of(Ranking ranking) {
            int count = ranking.scores().size();
            double[] probabilities = new double[count + 1];
            Map<String, Integer> index = new HashMap<>();
            for (int i = 0; i < count; i++) {
                probabilities[i] = ranking.scores().get(i).probability();
                index.put(ranking.scores().get(i).cause().id(), i);
            }
            probabilities[count] = ranking.other();
            return new Belief(ranking, probabilities, index, bits(probabilities));
        }

        String name(int cause) {
            return cause < ranking.scores().size()
                    ? ranking.scores().get(cause).cause().id()
                    : "";
        }

        String title(String cause) {
            return ranking.scores().get(index.get(cause)).cause().title();
        }

        double now(String cause) {
            return probabilities[index.get(cause)];
        }

        double rise(String cause, double then) {
            return Math.abs(then - now(cause));
        }

        double[] unchanged() {
            double[] factors = new double[probabilities.length];
            Arrays.fill(factors, 1);
            return factors;
        }

        /** Per cause how much more likely the rules make it, if they say this, than it is now. */
        double[] factors(Map<String, List<Concludes>> changes) {
            double[] factors = unchanged();
            changes.forEach((cause, said) -> {
                Integer place = index.get(cause);
                if (place != null) {
                    int more =
                            Ranking.decibans(said) - ranking.scores().get(place).decibans();
                    factors[place] = StrictMath.exp(Ranking.NATS_PER_DECIBAN * more);
                }
            });
            return factors;
        }

        List<Outcome> outcomes(double[][] factors) {
            double[] sums = new double[probabilities.length];
            for (double[] answer : factors) {
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += answer[i];
                }
            }
            List<Outcome> outcomes = new ArrayList<>();
            for (double[] answer : factors) {
                outcomes.add(outcome(answer, sums));
            }
            return outcomes;
        }

        private Outcome outcome(double[] factors, double[] sums) {
            double[] posterior = new double[probabilities.length];
            double probability = 0;
            double plain = 0;
            int leader = 0;
            for (int i = 0; i < posterior.length; i++) {
                posterior[i] = probabilities[i] * factors[i] / sums[i];
                probability += posterior[i];
                plain += probabilities[i] * factors[i];
                if (probabilities[i] * factors[i] > probabilities[leader] * factors[leader]) {
                    leader = i;
                }
            }
            for (int i = 0; i < posterior.length; i++) {
                posterior[i] = probability == 0 ? 0 : posterior[i] / probability;
            }
            return new Outcome(
                    probability,
                    bits(posterior),
                    leader,
                    plain == 0 ? 0 : probabilities[leader] * factors[leader] / plain);
        }

        private static double bits(double[] probabilities) {
            double bits = 0;
            for (double probability : probabilities) {
                if (probability > 0) {
                    bits -= probability * StrictMath.log(probability);
                }
            }
            return bits / StrictMath.log(2);
        }
    }
}
