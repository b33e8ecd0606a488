package dev.reconnect.diagnosis;

import dev.reconnect.fact.Evidence;
import dev.reconnect.fact.Strength;
import dev.reconnect.fact.Symptom;
import dev.reconnect.knowledge.Cause;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A support desk with a known truth. Each case has a cause, drawn from frequencies that differ by segment and that the
 * authors guessed badly, and shows two symptoms that are more or less typical of it. The desk diagnoses, tries the fixes
 * that promise most, and reports what became of them; sometimes it learns the cause for certain. What it does not know is
 * the truth, which only {@link #logLoss} looks at.
 */
final class SimulatedDesk {

    static final int CASES_A_DAY = 334;
    static final int CLIENTS = 30;

    private static final int CAUSES = 40;
    private static final int SYMPTOMS = 15;
    private static final int JUDGED = 2_000;
    private static final int MOST_TRIALS = 3;
    private static final double CONFIRMED = 0.3;
    private static final double PARTS = 100_000;

    record Seen(int cause, String segment, List<Evidence> evidence) {}

    private final Random random;
    private final List<String> ids =
            IntStream.range(0, CAUSES).mapToObj(i -> String.format("c%02d", i)).toList();
    private final Map<String, Cause> causes = RankingTest.causes(ids.toArray(String[]::new));
    private final Map<String, double[]> truth = new TreeMap<>();
    private final double[][][] typical = new double[2][CAUSES][SYMPTOMS];
    private final Strength[][][] words = new Strength[2][CAUSES][SYMPTOMS];
    private final Map<String, Double> reallyHelps = new HashMap<>();
    private final Priors authored;

    SimulatedDesk(long seed) {
        random = new Random(seed);
        double[] common = frequencies();
        truth.put("host=windows", mixed(common, frequencies()));
        truth.put("host=other", mixed(common, frequencies()));
        for (int kind = 0; kind < 2; kind++) {
            describe(typical[kind], words[kind]);
        }
        authored = guess(common);
    }

    Priors authored() {
        return authored;
    }

    List<String> causes() {
        return ids;
    }

    /** A cause that was rare becomes a quarter of all cases, as after a bad update. */
    void shift(String cause) {
        int index = ids.indexOf(cause);
        truth.values().forEach(frequencies -> {
            for (int i = 0; i < CAUSES; i++) {
                frequencies[i] *= i == index ? 0 : 0.75 / (1 - frequencies[index]);
            }
            frequencies[index] = 0.25;
        });
    }

    /** One day of cases, diagnosed with these priors, as what they teach. */
    List<Lesson> work(long day, LearnedPriors priors) {
        Attribution attribution = new Attribution(authored);
        List<Lesson> lessons = new ArrayList<>();
        for (int i = 0; i < CASES_A_DAY; i++) {
            Seen seen = next();
            Priors here = priors(priors, seen.segment());
            Map<String, Double> posterior = posterior(Ranking.of(causes, here, seen.evidence()));
            lessons.add(attribution.lesson(
                    day, "client-" + random.nextInt(CLIENTS), seen.segment(), posterior, outcome(seen, posterior)));
        }
        return lessons;
    }

    /** Mean of -ln P(true cause) over fresh cases. */
    double logLoss(LearnedPriors priors) {
        return judged().stream()
                .mapToDouble(seen -> loss(seen, priors(priors, seen.segment())))
                .average()
                .orElseThrow();
    }

    /** The same with the true frequencies: nobody who hears of the same evidence can do better. */
    double bestLogLoss() {
        return judged().stream()
                .mapToDouble(seen -> loss(seen, priors(truth.get(seen.segment()))))
                .average()
                .orElseThrow();
    }

    Map<String, Double> diagnose(LearnedPriors priors, Seen seen) {
        return posterior(Ranking.of(causes, priors(priors, seen.segment()), seen.evidence()));
    }

    /** The same cases whenever it is asked, as long as the truth stays the same. */
    List<Seen> judged() {
        Random dice = new Random(99);
        return IntStream.range(0, JUDGED).mapToObj(i -> next(dice)).toList();
    }

    private static Priors priors(LearnedPriors priors, String segment) {
        return priors.segments().getOrDefault(segment, priors.shared());
    }

    private double loss(Seen seen, Priors priors) {
        return -Math.log(posterior(Ranking.of(causes, priors, seen.evidence())).get(ids.get(seen.cause())));
    }

    private Outcome outcome(Seen seen, Map<String, Double> posterior) {
        List<Outcome.Tried> tried = new ArrayList<>();
        List<String> best = promising(posterior);
        for (String fix : best.subList(0, MOST_TRIALS)) {
            boolean worked = random.nextDouble() < reallyHelps.getOrDefault(ids.get(seen.cause()) + "/" + fix, 0.0);
            tried.add(new Outcome.Tried(
                    fix,
                    worked ? Outcome.Result.WORKED : Outcome.Result.DID_NOT_HELP,
                    Optional.of(5 + 10 * random.nextDouble())));
            if (worked) {
                break;
            }
        }
        Optional<String> confirmed =
                random.nextDouble() < CONFIRMED ? Optional.of(ids.get(seen.cause())) : Optional.empty();
        return new Outcome(tried, confirmed, Set.of());
    }

    /** All fixes, the one most likely to help first. */
    private List<String> promising(Map<String, Double> posterior) {
        Map<String, Double> promise = new HashMap<>();
        authored.helps()
                .forEach((key, helps) -> promise.merge(
                        key.substring(key.indexOf('/') + 1),
                        posterior.get(key.substring(0, key.indexOf('/'))) * helps,
                        Double::sum));
        return promise.keySet().stream()
                .sorted(Comparator.comparingDouble((String fix) -> -promise.get(fix))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    Seen next() {
        return next(random);
    }

    private Seen next(Random dice) {
        String segment = dice.nextDouble() < 0.7 ? "host=windows" : "host=other";
        int cause = draw(truth.get(segment), dice);
        List<Evidence> evidence = new ArrayList<>();
        for (int kind = 0; kind < 2; kind++) {
            int symptom = draw(typical[kind][cause], dice);
            for (int about = 0; about < CAUSES; about++) {
                Strength word = words[kind][about][symptom];
                if (word != null) {
                    evidence.add(new Evidence(
                            "r",
                            ids.get(about),
                            "g" + kind,
                            word,
                            "",
                            List.of(new Symptom("s" + kind, "v" + symptom))));
                }
            }
        }
        return new Seen(cause, segment, evidence);
    }

    private static int draw(double[] shares, Random dice) {
        double left = dice.nextDouble();
        for (int i = 0; i < shares.length; i++) {
            left -= shares[i];
            if (left < 0) {
                return i;
            }
        }
        return shares.length - 1;
    }

    private double[] frequencies() {
        return normal(IntStream.range(0, CAUSES)
                .mapToDouble(i -> Math.exp(1.6 * random.nextGaussian()))
                .toArray());
    }

    private static double[] mixed(double[] one, double[] other) {
        return normal(IntStream.range(0, CAUSES)
                .mapToDouble(i -> 2 * one[i] + other[i])
                .toArray());
    }

    private static double[] normal(double[] parts) {
        double sum = Arrays.stream(parts).sum();
        return Arrays.stream(parts).map(part -> part / sum).toArray();
    }

    /** How typical each symptom is of each cause, and what an author who knows that would write. */
    private void describe(double[][] shares, Strength[][] strengths) {
        double[] base = new double[SYMPTOMS];
        for (int cause = 0; cause < CAUSES; cause++) {
            shares[cause] = normal(IntStream.range(0, SYMPTOMS)
                    .mapToDouble(i -> Math.exp(2 * random.nextGaussian()))
                    .toArray());
            for (int i = 0; i < SYMPTOMS; i++) {
                base[i] += shares[cause][i] / CAUSES;
            }
        }
        for (int cause = 0; cause < CAUSES; cause++) {
            for (int i = 0; i < SYMPTOMS; i++) {
                strengths[cause][i] = word(10 * Math.log10(shares[cause][i] / base[i]));
            }
        }
    }

    private static Strength word(double decibans) {
        return Math.abs(decibans) < 2.5
                ? null
                : Arrays.stream(Strength.values())
                        .min((a, b) ->
                                Double.compare(Math.abs(a.decibans() - decibans), Math.abs(b.decibans() - decibans)))
                        .orElseThrow();
    }

    /** What the authors think: the frequencies are off by a factor of about three, the fixes by a little. */
    private Priors guess(double[] common) {
        Map<String, Double> parts = new TreeMap<>();
        Map<String, Double> helps = new TreeMap<>();
        Map<String, Double> minutes = new TreeMap<>();
        for (int i = 0; i < CAUSES; i++) {
            String id = ids.get(i);
            parts.put(id, common[i] * Math.exp(1.1 * random.nextGaussian()));
            helps.put(id + "/fix-" + id, 0.8);
            helps.put(id + "/" + shared(id), 0.35);
            reallyHelps.put(id + "/fix-" + id, 0.6 + 0.35 * random.nextDouble());
            reallyHelps.put(id + "/" + shared(id), 0.2 + 0.3 * random.nextDouble());
            minutes.put("fix-" + id, 10.0);
            minutes.put(shared(id), 10.0);
        }
        double sum = parts.values().stream().mapToDouble(Double::doubleValue).sum();
        return new Priors("authored", parts, sum / 19, helps, minutes);
    }

    private Priors priors(double[] frequencies) {
        Map<String, Double> parts = new TreeMap<>();
        for (int i = 0; i < CAUSES; i++) {
            parts.put(ids.get(i), PARTS * frequencies[i]);
        }
        return new Priors("truth", parts, 1e-9, authored.helps(), authored.minutes());
    }

    /** Three causes share a fix, so that its working does not say which of them it was. */
    private String shared(String id) {
        return "shared-" + ids.indexOf(id) / 3;
    }

    private static Map<String, Double> posterior(Ranking ranking) {
        Map<String, Double> posterior = new TreeMap<>();
        ranking.scores().forEach(score -> posterior.put(score.cause().id(), score.probability()));
        posterior.put(Lesson.OTHER, ranking.other());
        return posterior;
    }
}
