package xindang.forms.rest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xindang.format.form.FieldKind;
import xindang.format.form.FormField;
import xindang.forms.FieldText;
import xindang.forms.RecordLine;
import xindang.platform.export.ExportColumn;
import xindang.platform.export.ExportColumn.Kind;
import xindang.platform.export.ListExport;

/** Columns of an exported list of records (表单记录导出列): its own, and the fields that the form lists. */
final class RecordColumns {

    private RecordColumns() {}

    static ListExport.Source<RecordLine> source(List<FormField> fields, String language) {
        var columns = new ArrayList<ExportColumn<RecordLine>>(List.of(
                new ExportColumn<>("number", Kind.TEXT, RecordLine::number),
                new ExportColumn<>("title", Kind.TEXT, RecordLine::title)));
        var titles = new HashMap<String, String>();
        for (FormField field : fields) {
            String key = "field." + field.code();
            titles.put(key, field.label().in(language));
            columns.add(new ExportColumn<>(key, kind(field), line -> cell(field, line, language)));
        }
        columns.add(new ExportColumn<>("state", Kind.CODE, RecordLine::state));
        columns.add(new ExportColumn<>("node", Kind.TEXT, line -> line.node().name()));
        columns.add(new ExportColumn<>(
                "changedBy", Kind.TEXT, line -> line.changedBy().name()));
        columns.add(new ExportColumn<>(
                "changedAt", Kind.DATE, line -> line.changedAt().toLocalDate()));
        return new ListExport.Source<>("forms.export", "form-records", columns, titles);
    }

    private static Kind kind(FormField field) {
        return switch (field.kind()) {
            case MONEY, NUMBER -> Kind.AMOUNT;
            case DATE -> Kind.DATE;
            default -> Kind.TEXT;
        };
    }

    /** A cell; what is masked, or was something else in an older version, stays a text. */
    private static @Nullable Object cell(FormField field, RecordLine line, String language) {
        String text = FieldText.of(field, line.values().get(field.code()), language, line.names());
        if (text.isEmpty()) {
            return null;
        }
        boolean number = field.kind() == FieldKind.MONEY || field.kind() == FieldKind.NUMBER;
        if (number && text.matches("-?[0-9]{1,15}([.][0-9]{1,6})?")) {
            return new BigDecimal(text);
        }
        if (field.kind() == FieldKind.DATE && text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            return LocalDate.parse(text);
        }
        return text;
    }
}
