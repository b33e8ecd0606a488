package dev.reconnect.diagnosis;

import dev.reconnect.fact.Evidence;
import dev.reconnect.knowledge.Cause;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The causes that compete, with one version of their priors: all that a ranking needs and that no symptom changes. Worked
 * out once, because logarithms that are the same on every machine take most of a ranking's time. Immutable.
 */
final class Field {

    private static final Comparator<Score> MOST_PROBABLE_FIRST = (left, right) -> {
        int order = Double.compare(right.probability(), left.probability());
        return order != 0 ? order : left.cause().id().compareTo(right.cause().id());
    };

    private final Cause[] causes;
    private final double[] priors;
    private final double[] logarithms;
    private final double other;
    private final Map<String, Integer> places = new HashMap<>();

    /** The places of the causes, highest prior first: nearly the order of a ranking already. */
    private final int[] byPrior;

    /** Per cause the first one with the same prior: without evidence they are equally probable. */
    private final int[] likeIt;

    Field(Map<String, Cause> known, Priors expected) {
        int count = expected.parts().size();
        causes = new Cause[count];
        priors = new double[count];
        logarithms = new double[count];
        likeIt = new int[count];
        other = StrictMath.log(expected.other());
        Map<Double, Integer> first = new HashMap<>();
        expected.parts().forEach((id, prior) -> {
            int place = places.size();
            places.put(id, place);
            causes[place] = known.get(id);
            priors[place] = prior;
            logarithms[place] = StrictMath.log(prior);
            likeIt[place] = first.computeIfAbsent(prior, any -> place);
        });
        byPrior = IntStream.range(0, count)
                .boxed()
                .sorted(Comparator.comparingDouble(place -> -priors[place]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Evidence about causes outside the field is left aside. */
    Ranking rank(List<Evidence> evidence) {
        Sifted[] sifted = sift(evidence);
        double[] nats = logarithms.clone();
        double best = other;
        for (int place = 0; place < nats.length; place++) {
            nats[place] += Ranking.NATS_PER_DECIBAN * sifted[place].decibans();
            best = Math.max(best, nats[place]);
        }
        double rest = StrictMath.exp(other - best);
        double sum = rest;
        double[] parts = new double[nats.length];
        for (int place = 0; place < parts.length; place++) {
            int like = likeIt[place];
            boolean known = like < place && nats[like] == nats[place];
            parts[place] = known ? parts[like] : StrictMath.exp(nats[place] - best);
            sum += parts[place];
        }
        return new Ranking(scores(sifted, parts, sum), rest / sum);
    }

    private Sifted[] sift(List<Evidence> evidence) {
        Map<String, List<Evidence>> byCause = new HashMap<>();
        for (Evidence item : evidence) {
            byCause.computeIfAbsent(item.cause(), id -> new ArrayList<>()).add(item);
        }
        Sifted[] sifted = new Sifted[causes.length];
        Arrays.fill(sifted, Sifted.NOTHING);
        byCause.forEach((cause, items) -> {
            Integer place = places.get(cause);
            if (place != null) {
                sifted[place] = Sifted.of(items);
            }
        });
        return sifted;
    }

    private List<Score> scores(Sifted[] sifted, double[] parts, double sum) {
        List<Score> scores = new ArrayList<>(parts.length);
        for (int place : byPrior) {
            Sifted one = sifted[place];
            scores.add(new Score(
                    causes[place],
                    priors[place],
                    one.decibans(),
                    parts[place] / sum,
                    one.supporting(),
                    one.opposing(),
                    one.repeating()));
        }
        scores.sort(MOST_PROBABLE_FIRST);
        return scores;
    }
}
