package dev.reconnect.quality;

import java.util.Arrays;
import java.util.Random;

/**
 * A mean with its 95 % bootstrap interval: how far it would swing if other cases of the same kind had come. The same
 * values give the same interval, because the random numbers are fixed.
 *
 * @param cases how many values it is the mean of; 0 makes the rest {@code NaN}
 */
public record Estimate(int cases, double mean, double low, double high) {

    private static final int DRAWS = 2_000;
    private static final long SEED = 7;

    static Estimate of(double[] values) {
        double[] known =
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        if (known.length == 0) {
            return new Estimate(0, Double.NaN, Double.NaN, Double.NaN);
        }
        Random random = new Random(SEED);
        double[] means = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            double sum = 0;
            for (int i = 0; i < known.length; i++) {
                sum += known[random.nextInt(known.length)];
            }
            means[draw] = sum / known.length;
        }
        Arrays.sort(means);
        double mean = Arrays.stream(known).average().orElseThrow();
        return new Estimate(known.length, mean, means[(int) (0.025 * DRAWS)], means[(int) (0.975 * DRAWS)]);
    }
}
