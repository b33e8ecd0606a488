package dev.reconnect.quality;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The report's two plots as SVG. Written by hand, because drawing libraries need fonts that a server may not have. */
public final class Plots {

    private static final int SIZE = 360;
    private static final int MARGIN = 60;

    private Plots() {}

    /** Share right over share said: on the diagonal, a diagnosis is as right as it says. */
    public static String calibration(Calibration calibration) {
        Svg svg = new Svg(SIZE + 2 * MARGIN, SIZE + 2 * MARGIN, "Calibration: said against right", words(calibration));
        axes(svg, "probability that the diagnosis says", "share that was right");
        svg.line(MARGIN, MARGIN + SIZE, MARGIN + SIZE, MARGIN, Svg.Ink.GUIDE, true);
        for (Calibration.Bin bin : calibration.bins()) {
            double x = MARGIN + SIZE * bin.confidence();
            svg.line(x, y(bin.low()), x, y(bin.high()), Svg.Ink.SPREAD, false);
            svg.circle(
                    x, y(bin.right()), 3 + Math.min(12, Math.sqrt(bin.cases())), Svg.Ink.POINT, bin.cases() + " cases");
        }
        svg.text(
                MARGIN + 8,
                MARGIN + 18,
                String.format(Locale.ROOT, "error %.3f (noise up to %.3f)", calibration.error(), calibration.noise()));
        return svg.toString();
    }

    /** How many cases have their cause at which rank. */
    public static String ranks(Map<String, Integer> ranks) {
        Svg svg = new Svg(
                SIZE + 2 * MARGIN,
                SIZE + 2 * MARGIN,
                "Rank of the cause",
                ranks.entrySet().stream()
                        .map(entry -> "rank " + entry.getKey() + ": " + entry.getValue() + " cases")
                        .collect(Collectors.joining("; ")));
        int most = Math.max(
                1, ranks.values().stream().mapToInt(Integer::intValue).max().orElse(1));
        double step = (double) SIZE / Math.max(1, ranks.size());
        int i = 0;
        for (Map.Entry<String, Integer> entry : ranks.entrySet()) {
            double height = (double) SIZE * entry.getValue() / most;
            double x = MARGIN + i * step;
            svg.box(x + 4, MARGIN + SIZE - height, step - 8, height, Svg.Ink.SPREAD);
            svg.centred(x + step / 2, MARGIN + SIZE - height - 6, String.valueOf(entry.getValue()));
            svg.centred(x + step / 2, MARGIN + SIZE + 18, entry.getKey());
            i++;
        }
        svg.line(MARGIN, MARGIN + SIZE, MARGIN + SIZE, MARGIN + SIZE, Svg.Ink.AXIS, false);
        svg.centred(MARGIN + SIZE / 2.0, MARGIN + SIZE + 42, "rank of the cause, lenient");
        return svg.toString();
    }

    private static String words(Calibration calibration) {
        return calibration.bins().stream()
                .map(bin -> String.format(
                        Locale.ROOT,
                        "said %.0f %%, right %.0f %% (95 %% interval %.0f to %.0f %%) of %d cases",
                        100 * bin.confidence(),
                        100 * bin.right(),
                        100 * bin.low(),
                        100 * bin.high(),
                        bin.cases()))
                .collect(Collectors.joining("; "));
    }

    private static void axes(Svg svg, String below, String beside) {
        svg.line(MARGIN, MARGIN + SIZE, MARGIN + SIZE, MARGIN + SIZE, Svg.Ink.AXIS, false);
        svg.line(MARGIN, MARGIN, MARGIN, MARGIN + SIZE, Svg.Ink.AXIS, false);
        for (int tenth = 0; tenth <= 10; tenth += 2) {
            String label = tenth * 10 + " %";
            svg.centred(MARGIN + SIZE * tenth / 10.0, MARGIN + SIZE + 18, label);
            svg.right(MARGIN - 8, y(tenth / 10.0) + 4, label);
        }
        svg.centred(MARGIN + SIZE / 2.0, MARGIN + SIZE + 42, below);
        svg.centred(MARGIN + SIZE / 2.0, MARGIN - 20, beside + " (upwards)");
    }

    private static double y(double share) {
        return MARGIN + SIZE * (1 - share);
    }
}
