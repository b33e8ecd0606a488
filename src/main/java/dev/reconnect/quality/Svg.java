package dev.reconnect.quality;

import java.util.Locale;

/** A drawing in the few shapes that a plot needs. Lengths are pixels from the upper left corner. */
final class Svg {

    private final StringBuilder shapes = new StringBuilder();
    private final int width;
    private final int height;
    private final String title;

    Svg(int width, int height, String title) {
        this.width = width;
        this.height = height;
        this.title = title;
    }

    void line(double x1, double y1, double x2, double y2, String colour, boolean dashed) {
        add(
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"%s/>",
                x1, y1, x2, y2, colour, dashed ? " stroke-dasharray=\"4 4\"" : "");
    }

    void circle(double x, double y, double radius, String colour, String tip) {
        add(
                "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"%s\" fill-opacity=\"0.8\"><title>%s</title></circle>",
                x, y, radius, colour, escape(tip));
    }

    void box(double x, double y, double wide, double high, String colour) {
        add("<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>", x, y, wide, high, colour);
    }

    void text(double x, double y, String text) {
        add("<text x=\"%.1f\" y=\"%.1f\">%s</text>", x, y, escape(text));
    }

    void centred(double x, double y, String text) {
        add("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">%s</text>", x, y, escape(text));
    }

    void right(double x, double y, String text) {
        add("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"end\">%s</text>", x, y, escape(text));
    }

    private void add(String format, Object... values) {
        shapes.append("  ").append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    @Override
    public String toString() {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\"" + height
                + "\" viewBox=\"0 0 "
                + width + " " + height + "\" font-family=\"sans-serif\" font-size=\"12\">\n  <title>" + escape(title)
                + "</title>\n  <rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n" + shapes + "</svg>\n";
    }
}
