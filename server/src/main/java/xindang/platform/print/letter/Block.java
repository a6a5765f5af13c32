package xindang.platform.print.letter;

import java.util.List;

/** A part of a letter (信函段落), from top to bottom. Measures are points of 1/72 inch. */
public sealed interface Block {

    /** Where text stands on its line. */
    enum Align {
        /** At the left. */
        LEFT,
        /** In the middle. */
        CENTER,
        /** At the right. */
        RIGHT
    }

    /**
     * A paragraph.
     *
     * @param text text; line breaks in it are kept
     * @param size size of the type
     * @param align where its lines stand
     * @param indent blank before the first line
     * @param after blank below it
     */
    record Text(String text, float size, Align align, float indent, float after) implements Block {}

    /**
     * A table with lines; its first row is its head and comes again on every page.
     *
     * @param columns columns
     * @param rows rows, the head first; each has a cell per column
     * @param size size of the type
     */
    record Table(List<Column> columns, List<List<String>> rows, float size) implements Block {

        /** Copies the lists. */
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /**
     * A column.
     *
     * @param share its part of the width, in proportion to the others
     * @param align where its cells stand; the head stands left
     */
    record Column(float share, Align align) {}

    /** Nothing, for some height. */
    record Gap(float height) implements Block {}

    /**
     * A two-dimensional code (二维码).
     *
     * @param code its dark modules
     * @param size its height and width
     * @param align where it stands
     */
    record Code(QrCode code, float size, Align align) implements Block {}
}
