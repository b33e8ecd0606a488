package dev.reconnect.diagnosis;

import dev.reconnect.rules.Rule.Concludes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The ranking as arrays: all causes, then {@code other}. */
record Belief(Ranking ranking, double[] probabilities, Map<String, Integer> index, double entropy) {

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
                int more = Ranking.decibans(said) - ranking.scores().get(place).decibans();
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
                probability, bits(posterior), leader, plain == 0 ? 0 : probabilities[leader] * factors[leader] / plain);
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
