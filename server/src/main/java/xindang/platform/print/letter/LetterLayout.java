package xindang.platform.print.letter;

import java.util.ArrayList;
import java.util.List;

/** Lays a letter out on A4 pages (信函排版): blocks from top to bottom, tables broken between rows with their head again. */
final class LetterLayout {

    static final float WIDTH = 595.28f;
    static final float HEIGHT = 841.89f;
    private static final float SIDE = 62;
    private static final float TOP = 62;
    private static final float BOTTOM = 62;
    private static final float LEADING = 1.6f;
    private static final float PAD = 3;
    private static final float FOOT = 8;

    private final Lines lines;
    private final List<List<Mark>> pages = new ArrayList<>();
    private float y;

    private LetterLayout(Typeface face) {
        this.lines = new Lines(face);
    }

    /** The pages of a letter. */
    static List<List<Mark>> of(Letter letter, Typeface face) {
        var layout = new LetterLayout(face);
        layout.turn();
        letter.blocks().forEach(layout::put);
        layout.foot(letter.foot());
        return layout.pages;
    }

    private void turn() {
        pages.add(new ArrayList<>());
        y = HEIGHT - TOP;
    }

    /** Sees to it that some height is left on the page. */
    private void need(float height) {
        if (y - height < BOTTOM && y < HEIGHT - TOP) {
            turn();
        }
    }

    private void mark(Mark mark) {
        pages.getLast().add(mark);
    }

    private void put(Block block) {
        switch (block) {
            case Block.Text text -> text(text);
            case Block.Table table -> table(table);
            case Block.Gap gap -> y -= gap.height();
            case Block.Code code -> code(code);
        }
    }

    private void text(Block.Text text) {
        float leading = text.size() * LEADING;
        float indent = text.indent();
        for (Lines.Line line :
                lines.of(text.text(), thousandths(WIDTH - 2 * SIDE, text.size()), thousandths(indent, text.size()))) {
            need(leading);
            words(line, SIDE + indent, WIDTH - 2 * SIDE - indent, text.align(), text.size(), y - text.size());
            y -= leading;
            indent = 0;
        }
        y -= text.after();
    }

    private void words(Lines.Line line, float left, float room, Block.Align align, float size, float base) {
        if (line.text().isEmpty()) {
            return;
        }
        float free = room - line.width() * size / 1000;
        float x = switch (align) {
            case LEFT -> left;
            case CENTER -> left + free / 2;
            case RIGHT -> left + free;
        };
        mark(new Mark.Words(x, base, size, line.text()));
    }

    private void code(Block.Code code) {
        need(code.size());
        float free = WIDTH - 2 * SIDE - code.size();
        float x = switch (code.align()) {
            case LEFT -> SIDE;
            case CENTER -> SIDE + free / 2;
            case RIGHT -> SIDE + free;
        };
        mark(new Mark.Modules(x, y - code.size(), code.size(), code.code()));
        y -= code.size();
    }

    private void table(Block.Table table) {
        float[] edges = edges(table);
        List<List<Lines.Line>> head = cells(table, edges, 0);
        for (int i = 0; i < table.rows().size(); i++) {
            List<List<Lines.Line>> cells = i == 0 ? head : cells(table, edges, i);
            int page = pages.size();
            need(Math.min(height(cells, table.size()), HEIGHT - TOP - BOTTOM));
            if (i > 0 && pages.size() > page) {
                row(table, edges, head, true);
            }
            // A row higher than a page goes on at the top of the next one.
            int from = 0;
            int room = fitting(table.size());
            while (most(cells) - from > room) {
                row(table, edges, slice(cells, from, from + room), i == 0);
                from += room;
                turn();
                room = fitting(table.size());
            }
            row(table, edges, slice(cells, from, most(cells)), i == 0);
        }
        y -= table.size();
    }

    /** Lines of a row that the rest of the page holds; one at least, or nothing would ever end. */
    private int fitting(float size) {
        return Math.max(1, (int) ((y - BOTTOM - PAD) / (size * LEADING)));
    }

    private static List<List<Lines.Line>> slice(List<List<Lines.Line>> cells, int from, int to) {
        return cells.stream()
                .map(lines -> lines.subList(Math.min(from, lines.size()), Math.min(to, lines.size())))
                .toList();
    }

    private static int most(List<List<Lines.Line>> cells) {
        return cells.stream().mapToInt(List::size).max().orElse(1);
    }

    private static float[] edges(Block.Table table) {
        float all = 0;
        for (Block.Column column : table.columns()) {
            all += column.share();
        }
        var edges = new float[table.columns().size() + 1];
        edges[0] = SIDE;
        for (int i = 0; i < table.columns().size(); i++) {
            edges[i + 1] =
                    edges[i] + (WIDTH - 2 * SIDE) * table.columns().get(i).share() / all;
        }
        return edges;
    }

    private List<List<Lines.Line>> cells(Block.Table table, float[] edges, int row) {
        var cells = new ArrayList<List<Lines.Line>>();
        List<String> texts = table.rows().get(row);
        for (int i = 0; i < texts.size(); i++) {
            cells.add(lines.of(texts.get(i), thousandths(edges[i + 1] - edges[i] - 2 * PAD, table.size()), 0));
        }
        return cells;
    }

    private static float height(List<List<Lines.Line>> cells, float size) {
        return most(cells) * size * LEADING + PAD;
    }

    private void row(Block.Table table, float[] edges, List<List<Lines.Line>> cells, boolean head) {
        float height = height(cells, table.size());
        if (head || pages.getLast().isEmpty()) {
            mark(new Mark.Stroke(edges[0], y, edges[edges.length - 1], y));
        }
        for (int i = 0; i < cells.size(); i++) {
            float base = y - table.size() - PAD;
            Block.Align align = head ? Block.Align.LEFT : table.columns().get(i).align();
            for (Lines.Line line : cells.get(i)) {
                words(line, edges[i] + PAD, edges[i + 1] - edges[i] - 2 * PAD, align, table.size(), base);
                base -= table.size() * LEADING;
            }
        }
        for (float edge : edges) {
            mark(new Mark.Stroke(edge, y, edge, y - height));
        }
        y -= height;
        mark(new Mark.Stroke(edges[0], y, edges[edges.length - 1], y));
    }

    private void foot(String text) {
        for (int i = 0; i < pages.size(); i++) {
            List<Mark> page = pages.get(i);
            if (!text.isEmpty()) {
                page.add(new Mark.Words(SIDE, BOTTOM / 2, FOOT, text));
            }
            String number = (i + 1) + " / " + pages.size();
            float x = WIDTH - SIDE - lines.width(number) * FOOT / 1000;
            page.add(new Mark.Words(x, BOTTOM / 2, FOOT, number));
        }
    }

    private static int thousandths(float points, float size) {
        return (int) (points * 1000 / size);
    }
}
