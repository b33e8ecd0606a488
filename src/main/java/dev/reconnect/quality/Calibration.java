package dev.reconnect.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Whether a leading cause said to be 80 % probable is right in 80 % of the cases.
 *
 * @param error the expected calibration error: the gap between confidence and share right, averaged over the bins
 * @param noise the error that diagnoses with these confidences and no fault at all would still show in 95 of 100 sets of
 *              cases this size; an error below it is no finding
 */
public record Calibration(List<Bin> bins, double error, double noise) {

    private static final int BINS = 10;
    private static final int DRAWS = 2_000;
    private static final long SEED = 7;

    /** Two standard deviations cover 95 %. */
    private static final double Z = 1.96;

    /**
     * @param from lower end of the confidences in it; the upper is {@code from + 0.1}
     * @param low  lower end of the 95 % interval of {@code right} (Wilson)
     */
    public record Bin(double from, int cases, double confidence, double right, double low, double high) {}

    public Calibration {
        bins = List.copyOf(bins);
    }

    static Calibration of(List<Answer> answers) {
        double[] confidence = answers.stream().mapToDouble(Answer::confidence).toArray();
        double[] right = answers.stream()
                .mapToDouble(answer -> answer.lenientRank() == 1 ? 1 : 0)
                .toArray();
        return new Calibration(bins(confidence, right), error(confidence, right), noise(confidence));
    }

    /**
     * A bin that was counted elsewhere.
     *
     * @param from  its lower end
     * @param said  the sum of the confidences in it
     * @param right how many were right
     */
    public record Counted(double from, long cases, double said, long right) {}

    /** Of far too many cases to look at each. The noise of a bin is that of a binomial share with its mean confidence. */
    public static Calibration counted(List<Counted> counted) {
        double cases = counted.stream().mapToLong(Counted::cases).sum();
        List<Bin> bins = new ArrayList<>();
        double error = 0;
        for (Counted bin : counted) {
            bins.add(wilson(
                    bin.from(),
                    (int) Math.min(Integer.MAX_VALUE, bin.cases()),
                    bin.said() / bin.cases(),
                    (double) bin.right() / bin.cases()));
            error += Math.abs(bin.right() - bin.said()) / cases;
        }
        Random random = new Random(SEED);
        double[] errors = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            for (Counted bin : counted) {
                double mean = bin.said() / bin.cases();
                errors[draw] += Math.abs(random.nextGaussian()) * Math.sqrt(bin.cases() * mean * (1 - mean)) / cases;
            }
        }
        Arrays.sort(errors);
        return new Calibration(bins, error, errors[(int) (0.95 * DRAWS)]);
    }

    private static List<Bin> bins(double[] confidence, double[] right) {
        List<Bin> bins = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            int cases = 0;
            double said = 0;
            double held = 0;
            for (int i = 0; i < confidence.length; i++) {
                if (bin(confidence[i]) == bin) {
                    cases++;
                    said += confidence[i];
                    held += right[i];
                }
            }
            if (cases > 0) {
                bins.add(wilson(bin / (double) BINS, cases, said / cases, held / cases));
            }
        }
        return bins;
    }

    private static Bin wilson(double from, int cases, double said, double held) {
        double divisor = 1 + Z * Z / cases;
        double centre = (held + Z * Z / (2 * cases)) / divisor;
        double half = Z * Math.sqrt(held * (1 - held) / cases + Z * Z / (4.0 * cases * (double) cases)) / divisor;
        return new Bin(from, cases, said, held, Math.max(0, centre - half), Math.min(1, centre + half));
    }

    private static double error(double[] confidence, double[] right) {
        double[] gaps = new double[BINS];
        for (int i = 0; i < confidence.length; i++) {
            gaps[bin(confidence[i])] += right[i] - confidence[i];
        }
        return confidence.length == 0
                ? Double.NaN
                : Arrays.stream(gaps).map(Math::abs).sum() / confidence.length;
    }

    private static double noise(double[] confidence) {
        Random random = new Random(SEED);
        double[] errors = new double[DRAWS];
        double[] right = new double[confidence.length];
        for (int draw = 0; draw < DRAWS; draw++) {
            for (int i = 0; i < right.length; i++) {
                right[i] = random.nextDouble() < confidence[i] ? 1 : 0;
            }
            errors[draw] = error(confidence, right);
        }
        Arrays.sort(errors);
        return errors[(int) (0.95 * DRAWS)];
    }

    private static int bin(double confidence) {
        return Math.min(BINS - 1, (int) (confidence * BINS));
    }
}
