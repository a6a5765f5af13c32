package xindang.document.letter;

import java.util.List;
import org.jspecify.annotations.Nullable;
import xindang.platform.print.letter.Block;

/**
 * A template that was read (函件模板): the closed set of parts it may be made of.
 *
 * @param parts from top to bottom
 */
record Template(List<Part> parts) {

    Template {
        parts = List.copyOf(parts);
    }

    /** A part. */
    sealed interface Part {

        /** A paragraph in one of the styles. */
        record Paragraph(Style style, Block.Align align, List<Piece> pieces) implements Part {
            public Paragraph {
                pieces = List.copyOf(pieces);
            }
        }

        /** A table. */
        record Table(List<Block.Column> columns, List<Row> rows) implements Part {
            public Table {
                columns = List.copyOf(columns);
                rows = List.copyOf(rows);
            }
        }

        /** The code by which a reader verifies the letter. */
        record Code(Block.Align align) implements Part {}
    }

    /** Styles of paragraphs; sizes and blanks in points. */
    enum Style {
        TITLE(18, 0, 12),
        HEADING(14, 0, 8),
        BODY(11, 22, 6),
        PLAIN(11, 0, 6),
        SMALL(9, 0, 4);

        private final float size;
        private final float indent;
        private final float after;

        Style(float size, float indent, float after) {
            this.size = size;
            this.indent = indent;
            this.after = after;
        }

        float size() {
            return size;
        }

        float indent() {
            return indent;
        }

        float after() {
            return after;
        }
    }

    /**
     * A row of a table.
     *
     * @param each list it stands for, once per row of that; null for a row that stands once
     * @param cells what its cells say
     */
    record Row(@Nullable String each, List<List<Piece>> cells) {
        Row {
            cells = cells.stream().map(List::copyOf).toList();
        }
    }

    /** A piece of text. */
    sealed interface Piece {

        /** Words as they are. */
        record Words(String text) implements Piece {}

        /** A field. */
        record Field(LetterField field, Form form, boolean optional) implements Piece {}
    }

    /** How a value is written. */
    enum Form {
        /** As usual in the language. */
        USUAL,
        /** An amount in Chinese capitals. */
        CAPITAL,
        /** A day as 2026-03-01. */
        ISO,
        /** An amount behind the code of its currency. */
        CURRENCY
    }
}
