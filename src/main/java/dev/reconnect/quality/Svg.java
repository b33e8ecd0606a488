package dev.reconnect.quality;

import java.util.Locale;

/**
 * A drawing in the few shapes that a plot needs, readable on light and dark ground alike, and told in words to whoever
 * cannot see it. Lengths are pixels from the upper left corner.
 */
final class Svg {

    /** What a shape is for; the reader's ground decides which colour that is. */
    enum Ink {
        AXIS,
        GUIDE,
        SPREAD,
        POINT,
        OTHER;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Contrast of points, axes and texts to the ground is above 4.5, of the rest above 3. */
    private static final String STYLE = """
              <style>
                svg { background: #ffffff; }
                text { fill: #222222; }
                .axis { stroke: #333333; } .guide { stroke: #8a8a8a; }
                .spread { stroke: #5b7db1; fill: #5b7db1; } .point { fill: #1f4e8c; } .other { fill: none; stroke: #a33a00; }
                @media (prefers-color-scheme: dark) {
                  svg { background: #16191d; }
                  text { fill: #e6e6e6; }
                  .axis { stroke: #cccccc; } .guide { stroke: #808080; }
                  .spread { stroke: #6f97d1; fill: #6f97d1; } .point { fill: #a9c8f5; } .other { stroke: #ffa06b; }
                }
              </style>
            """;

    private final StringBuilder shapes = new StringBuilder();
    private final int width;
    private final int height;
    private final String title;
    private final String description;

    /** @param description what the drawing shows, in words and figures */
    Svg(int width, int height, String title, String description) {
        this.width = width;
        this.height = height;
        this.title = title;
        this.description = description;
    }

    void line(double x1, double y1, double x2, double y2, Ink ink, boolean dashed) {
        add(
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" class=\"%s\"%s/>",
                x1, y1, x2, y2, ink.word(), dashed ? " stroke-dasharray=\"4 4\"" : "");
    }

    void circle(double x, double y, double radius, Ink ink, String tip) {
        add(
                "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" class=\"%s\" fill-opacity=\"0.85\"><title>%s</title></circle>",
                x, y, radius, ink.word(), escape(tip));
    }

    /** Told from a circle by its form, not by its colour alone. */
    void diamond(double x, double y, double radius, Ink ink, String tip) {
        add(
                "<path d=\"M%.1f %.1f l%.1f %.1f l%.1f %.1f l%.1f %.1f z\" class=\"%s\" stroke-width=\"2\"><title>%s</title></path>",
                x, y - radius, radius, radius, -radius, radius, -radius, -radius, ink.word(), escape(tip));
    }

    void box(double x, double y, double wide, double high, Ink ink) {
        add("<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" class=\"%s\"/>", x, y, wide, high, ink.word());
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
        return text.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }

    @Override
    public String toString() {
        // Several plots may stand on one page.
        String name = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\"" + height
                + "\" viewBox=\"0 0 " + width + " " + height
                + "\" role=\"img\" aria-labelledby=\"title-" + name + " desc-" + name
                + "\" font-family=\"sans-serif\" font-size=\"12\">\n"
                + "  <title id=\"title-" + name + "\">" + escape(title) + "</title>\n  <desc id=\"desc-" + name + "\">"
                + escape(description)
                + "</desc>\n" + STYLE + shapes
                + "</svg>\n";
    }
}
