package dev.reconnect.quality;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * A plot with a row for each thing compared: a point, how far it may lie off, and what it is held against.
 *
 * @param title  what is compared
 * @param axis   what the figures are, with their unit
 * @param spread what the line of a row means
 * @param point  what its point means
 * @param other  what its diamond means
 * @param shown  such as {@code "%.0f %%"}, with which a figure is written
 * @param factor by which it is multiplied before that
 */
public record Strips(
        String title, String axis, String spread, String point, String other, String shown, double factor) {

    /**
     * @param other what the point is held against; empty when there is nothing
     * @param note  what else there is to say
     */
    public record Row(String label, double low, double point, double high, OptionalDouble other, String note) {}

    private static final int ROW = 24;
    private static final int ABOVE = 70;
    private static final int BELOW = 50;
    private static final int LABELS = 330;
    private static final int WIDE = 480;
    private static final int NOTES = 110;
    private static final int LONGEST_LABEL = 52;
    private static final int TICKS = 4;

    /** @param rows in the order to be shown, the first on top */
    public String draw(List<Row> rows) {
        int bottom = ABOVE + ROW * Math.max(1, rows.size());
        Svg svg = new Svg(LABELS + WIDE + NOTES, bottom + BELOW, title, words(rows));
        double most = nice(rows.stream()
                .mapToDouble(row -> Math.max(row.high(), row.other().orElse(0)))
                .max()
                .orElse(0));
        svg.text(8, 20, title);
        svg.text(8, 40, "● " + point + "   — " + spread + "   ◇ " + other);
        for (int tick = 0; tick <= TICKS; tick++) {
            double x = LABELS + (double) WIDE * tick / TICKS;
            svg.line(x, ABOVE - 8, x, bottom, Svg.Ink.GUIDE, true);
            svg.centred(x, bottom + 18, figure(most * tick / TICKS));
        }
        svg.line(LABELS, bottom, LABELS + WIDE, bottom, Svg.Ink.AXIS, false);
        svg.centred(LABELS + WIDE / 2.0, bottom + 40, axis);
        if (rows.isEmpty()) {
            svg.text(LABELS + 8, ABOVE + 14, "Nothing to show yet.");
        }
        for (int i = 0; i < rows.size(); i++) {
            row(svg, rows.get(i), ABOVE + ROW * i + ROW / 2.0, most);
        }
        return svg.toString();
    }

    private void row(Svg svg, Row row, double y, double most) {
        svg.right(LABELS - 12, y + 4, shorten(row.label()));
        svg.line(x(row.low(), most), y, x(row.high(), most), y, Svg.Ink.SPREAD, false);
        svg.circle(x(row.point(), most), y, 5, Svg.Ink.POINT, words(row));
        row.other().ifPresent(held -> svg.diamond(x(held, most), y, 5, Svg.Ink.OTHER, other + " " + figure(held)));
        svg.text(LABELS + WIDE + 12, y + 4, row.note());
    }

    private String words(List<Row> rows) {
        return rows.isEmpty()
                ? "Nothing to show yet."
                : axis + ". " + rows.stream().map(this::words).collect(Collectors.joining("; ")) + ".";
    }

    private String words(Row row) {
        return row.label() + ": " + point + " " + figure(row.point()) + ", " + spread + " " + figure(row.low()) + " to "
                + figure(row.high())
                + (row.other().isPresent()
                        ? ", " + other + " " + figure(row.other().getAsDouble())
                        : "")
                + (row.note().isEmpty() ? "" : " (" + row.note() + ")");
    }

    private String figure(double value) {
        return String.format(Locale.ROOT, shown, value * factor);
    }

    private static double x(double value, double most) {
        return LABELS + WIDE * Math.max(0, Math.min(1, value / most));
    }

    /** The next figure above that divides well. */
    private static double nice(double most) {
        if (!(most > 0)) {
            return 1;
        }
        double power = Math.pow(10, Math.floor(Math.log10(most)));
        for (double step : new double[] {1, 2, 4, 6, 8}) {
            if (most <= step * power * (1 + 1e-9)) {
                return step * power;
            }
        }
        return 10 * power;
    }

    private static String shorten(String label) {
        return label.length() > LONGEST_LABEL ? label.substring(0, LONGEST_LABEL - 1) + "…" : label;
    }
}
