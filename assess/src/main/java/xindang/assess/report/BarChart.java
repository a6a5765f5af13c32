package xindang.assess.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * A chart of horizontal bars (条形图), drawn without scripts. Every bar carries its label and value as text, and a pattern in
 * print, so that nothing hangs on colour; a table with the exact figures always stands beside it.
 */
final class BarChart {

    private static final int LABELS = 100;
    private static final int VALUES = 76;
    private static final int WIDTH = 388;
    private static final int PLOT = WIDTH - LABELS - VALUES;
    private static final int ROW = 28;
    private static final int BAR = 18;

    /**
     * A bar.
     *
     * @param label what it stands for
     * @param value its size as text
     * @param size its size; may be negative
     * @param style class that colours it
     * @param pattern number of its pattern in print, -1 = none
     */
    record Bar(String label, String value, long size, String style, int pattern) {}

    private BarChart() {}

    /** Draws bars under a title; the description says in words what they show. */
    static void write(Html html, String id, String title, String description, List<Bar> bars) {
        long most = Math.max(0, bars.stream().mapToLong(Bar::size).max().orElse(0));
        long least = Math.min(0, bars.stream().mapToLong(Bar::size).min().orElse(0));
        int height = bars.size() * ROW + 4;
        html.open("figure")
                .element("figcaption", title)
                .open(
                        "svg",
                        "xmlns",
                        "http://www.w3.org/2000/svg",
                        "viewBox",
                        "0 0 " + WIDTH + " " + height,
                        "role",
                        "img",
                        "aria-labelledby",
                        id + "-t " + id + "-d");
        html.element("title", title, "id", id + "-t").element("desc", description, "id", id + "-d");
        for (int i = 0; i < bars.size(); i++) {
            bar(html, bars.get(i), 2 + i * ROW, least, most);
        }
        String zero = place(0, least, most).toPlainString();
        html.empty("line", "x1", zero, "x2", zero, "y1", "0", "y2", Integer.toString(height), "class", "axis");
        html.close().close().line();
    }

    private static void bar(Html html, Bar bar, int top, long least, long most) {
        BigDecimal from = place(Math.min(0, bar.size()), least, most);
        BigDecimal to = place(Math.max(0, bar.size()), least, most);
        String middle = Integer.toString(top + ROW / 2 + 3);
        html.element("text", bar.label(), "x", Integer.toString(LABELS - 8), "y", middle, "class", "label");
        if (bar.size() != 0) {
            String y = Integer.toString(top + (ROW - BAR) / 2 - 1);
            // A bar too short to see is drawn one unit wide: it is little, but it is not nothing.
            String width = to.subtract(from).max(BigDecimal.ONE).toPlainString();
            rectangle(html, from.toPlainString(), y, width, "bar " + bar.style());
            if (bar.pattern() >= 0) {
                rectangle(html, from.toPlainString(), y, width, "pattern p" + bar.pattern());
            }
        }
        html.element(
                "text", bar.value(), "x", to.add(BigDecimal.valueOf(6)).toPlainString(), "y", middle, "class", "value");
    }

    private static void rectangle(Html html, String x, String y, String width, String style) {
        html.empty("rect", "x", x, "y", y, "width", width, "height", Integer.toString(BAR), "rx", "2", "class", style);
    }

    /** Where a size lies on the axis. */
    private static BigDecimal place(long size, long least, long most) {
        BigDecimal span = BigDecimal.valueOf(most).subtract(BigDecimal.valueOf(least));
        BigDecimal offset = BigDecimal.valueOf(size).subtract(BigDecimal.valueOf(least));
        BigDecimal along = span.signum() == 0
                ? BigDecimal.ZERO
                : offset.multiply(BigDecimal.valueOf(PLOT)).divide(span, 1, RoundingMode.HALF_UP);
        return along.add(BigDecimal.valueOf(LABELS));
    }

    /** The patterns of all charts, once per page: eight ways of hatching. */
    static void patterns(Html html) {
        List<String> paths =
                List.of("", "M0 6L6 0", "M0 0L6 6", "M0 3H6", "M3 0V6", "M0 6L6 0M0 0L6 6", "M0 3H6M3 0V6");
        html.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "width",
                "0",
                "height",
                "0",
                "aria-hidden",
                "true",
                "class",
                "patterns");
        html.open("defs");
        for (int i = 1; i < paths.size(); i++) {
            html.open("pattern", "id", "pattern" + i, "width", "6", "height", "6", "patternUnits", "userSpaceOnUse");
            html.empty("path", "d", paths.get(i), "class", "hatch h" + i);
            html.close();
        }
        html.close().close().line();
    }
}
