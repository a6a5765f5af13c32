package xindang.document.letter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import xindang.document.letter.Template.Form;
import xindang.document.letter.Template.Part;
import xindang.document.letter.Template.Piece;
import xindang.document.letter.Template.Row;
import xindang.engine.money.CapitalAmount;
import xindang.engine.money.Money;
import xindang.platform.print.letter.Block;
import xindang.platform.print.letter.Letter;
import xindang.platform.print.letter.QrCode;

/** Fills a template in with what is known for one letter (模板填充). A letter with a hole where something should stand is not made. */
final class LetterFiller {

    /** Height of the code, about two and a half centimetres: telephones read it from paper. */
    private static final float CODE = 70;

    private static final float CELL = 9.5f;
    private static final List<String> MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");

    private final LetterValues values;
    private final boolean chinese;
    private final @Nullable QrCode code;
    private final Set<Missing> missing = new LinkedHashSet<>();

    private LetterFiller(LetterValues values, String language, @Nullable QrCode code) {
        this.values = values;
        this.chinese = language.equals("zh");
        this.code = code;
    }

    /**
     * Why a field could not be written.
     *
     * @param field its code
     * @param why {@code unknown}: nothing is known; {@code capital}: the amount is not written in capitals
     */
    record Missing(String field, String why) {}

    /** What became of it. */
    sealed interface Filled {

        /** A letter. */
        record Whole(Letter letter) implements Filled {}

        /** None, as some fields cannot be written. */
        record Lacking(List<Missing> fields) implements Filled {
            public Lacking {
                fields = List.copyOf(fields);
            }
        }
    }

    /**
     * Fills in.
     *
     * @param title title of the file
     * @param language {@code zh} or {@code en}
     * @param code code for verification; null leaves its place empty
     * @param foot line at the foot of every page
     */
    static Filled fill(
            Template template, LetterValues values, String language, String title, @Nullable QrCode code, String foot) {
        var filler = new LetterFiller(values, language, code);
        var blocks = new ArrayList<Block>();
        for (Part part : template.parts()) {
            filler.put(part, blocks);
        }
        return filler.missing.isEmpty()
                ? new Filled.Whole(new Letter(title, blocks, foot))
                : new Filled.Lacking(List.copyOf(filler.missing));
    }

    private void put(Part part, List<Block> blocks) {
        switch (part) {
            case Part.Paragraph(Template.Style style, Block.Align align, List<Piece> pieces) -> {
                float indent = align == Block.Align.LEFT && chinese ? style.indent() : 0;
                blocks.add(new Block.Text(text(pieces, Map.of()), style.size(), align, indent, style.after()));
            }
            case Part.Table(List<Block.Column> columns, List<Row> rows) ->
                blocks.add(new Block.Table(columns, rows(rows), CELL));
            case Part.Code(Block.Align align) ->
                blocks.add(code == null ? new Block.Gap(CODE) : new Block.Code(code, CODE, align));
        }
    }

    private List<List<String>> rows(List<Row> rows) {
        var filled = new ArrayList<List<String>>();
        for (Row row : rows) {
            if (row.each() == null) {
                filled.add(cells(row, Map.of()));
            } else {
                values.lists().getOrDefault(row.each(), List.of()).forEach(one -> filled.add(cells(row, one)));
            }
        }
        return filled;
    }

    private List<String> cells(Row row, Map<String, LetterValue> of) {
        return row.cells().stream().map(pieces -> text(pieces, of)).toList();
    }

    private String text(List<Piece> pieces, Map<String, LetterValue> row) {
        var text = new StringBuilder();
        for (Piece piece : pieces) {
            switch (piece) {
                case Piece.Words(String words) -> text.append(words);
                case Piece.Field(LetterField field, Form form, boolean optional) ->
                    text.append(written(field, form, optional, row));
            }
        }
        return text.toString().strip();
    }

    private String written(LetterField field, Form form, boolean optional, Map<String, LetterValue> row) {
        LetterValue value = row.containsKey(field.code())
                ? row.get(field.code())
                : values.single().get(field.code());
        if (value == null || value.equals(new LetterValue.Text(""))) {
            if (!optional) {
                missing.add(new Missing(field.code(), "unknown"));
            }
            return "";
        }
        return switch (value) {
            case LetterValue.Text(String text) -> text;
            case LetterValue.Count(long count) -> String.valueOf(count);
            case LetterValue.Day(LocalDate day) -> day(day, form);
            case LetterValue.Amount(Money money) -> amount(field, money, form);
        };
    }

    private String day(LocalDate day, Form form) {
        if (form == Form.ISO) {
            return day.toString();
        }
        return chinese
                ? day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日"
                : day.getDayOfMonth() + " " + MONTHS.get(day.getMonthValue() - 1) + " " + day.getYear();
    }

    private String amount(LetterField field, Money money, Form form) {
        if (form == Form.CAPITAL) {
            try {
                return CapitalAmount.of(money);
            } catch (IllegalArgumentException e) {
                missing.add(new Missing(field.code(), "capital"));
                return "";
            }
        }
        String digits = String.format(Locale.ROOT, "%,." + Money.digits(money.currency()) + "f", money.amount());
        return form == Form.CURRENCY ? money.currency().getCurrencyCode() + " " + digits : digits;
    }
}
