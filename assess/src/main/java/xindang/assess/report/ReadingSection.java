package xindang.assess.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import xindang.intake.Field;
import xindang.intake.Reading;
import xindang.intake.Reject;

/** How each file was read (读取说明): what was recognised and what was assumed, so that a wrong column shows at once. */
final class ReadingSection implements Section {

    private static final int FILES = 12;
    private static final int NOTES = 30;

    /** Rejects looked at for their codes: a file of nothing but faults must not slow the page. */
    private static final int REJECTS = 100_000;

    private final View view;
    private final Words words;

    ReadingSection(View view) {
        this.view = view;
        this.words = view.words();
    }

    @Override
    public String id() {
        return "reading";
    }

    @Override
    public void write(Html html) {
        List<Reading> readings = view.result().ledger().readings();
        readings.stream().limit(FILES).forEach(reading -> file(html, reading));
        if (readings.size() > FILES) {
            html.element("p", words.get("reading.more", Figures.count(readings.size() - FILES)));
        }
        rejects(html);
    }

    private void file(Html html, Reading reading) {
        html.open("h3");
        Names.write(html, reading.file());
        html.close().open("dl", "class", "reading");
        item(html, "format", format(reading));
        item(html, "header", words.get("reading.line", Figures.count(reading.headerLine())));
        item(
                html,
                "currency",
                words.get(
                        reading.currencyColumn() ? "reading.currencyColumn" : "reading.currencyOnly",
                        reading.currency(),
                        words.get("currencySource." + reading.currencySource())));
        item(html, "accepted", Figures.count(reading.accepted()));
        item(html, "rejected", Figures.count(reading.rejected()));
        html.close();
        columns(html, reading);
        notes(html, reading);
    }

    private void item(Html html, String key, String value) {
        html.open("div")
                .element("dt", words.get("reading." + key))
                .element("dd", value)
                .close();
    }

    private String format(Reading reading) {
        if (reading.sheet() != null) {
            String others = reading.otherSheets().isEmpty()
                    ? ""
                    : words.get(
                            "reading.otherSheets",
                            words.list(reading.otherSheets().stream()
                                    .limit(NOTES)
                                    .map(Names::brief)
                                    .toList()));
            return words.get("reading.sheet", reading.format(), Names.brief(reading.sheet())) + others;
        }
        return words.get(
                "reading.text",
                reading.format(),
                reading.charset(),
                words.get("charsetSource." + reading.charsetSource()),
                words.code("delimiter", Integer.toString(reading.delimiter())));
    }

    private void columns(Html html, Reading reading) {
        Table table = Table.start(
                html,
                words.get("reading.columns"),
                Table.Column.text(words.get("column.field")),
                Table.Column.text(words.get("column.header")),
                Table.Column.text(words.get("column.how")));
        for (var column : new TreeMap<>(reading.columns()).entrySet()) {
            table.row(words.get("field." + column.getKey().key()))
                    .cell(() -> Names.write(html, column.getValue()))
                    .cell(how(reading, column.getKey()));
        }
        table.end();
    }

    /** What had to be decided about the cells of a column. */
    private String how(Reading reading, Field field) {
        var parts = new ArrayList<String>();
        Reading.Order order = reading.dateOrders().get(field);
        if (order != null) {
            parts.add(words.get(
                    "reading.order",
                    words.get("dateOrder." + order.order()),
                    words.get("orderSource." + order.source())));
        }
        Integer exponent = reading.unitExponents().get(field);
        if (exponent != null) {
            parts.add(words.get("reading.unit", words.code("unitExponent", exponent.toString())));
        }
        Boolean comma = reading.decimalCommas().get(field);
        if (comma != null) {
            parts.add(words.get(comma ? "reading.comma" : "reading.point"));
        }
        return words.list(parts);
    }

    private void notes(Html html, Reading reading) {
        if (reading.notes().isEmpty()) {
            return;
        }
        html.open("ul", "class", "remarks");
        for (var byCode : byCode(reading.notes()).entrySet()) {
            List<String> shown =
                    byCode.getValue().stream().limit(NOTES).map(Names::brief).toList();
            String all = words.list(shown);
            int rest = byCode.getValue().size() - shown.size();
            html.element(
                    "li",
                    words.code("readingNote", byCode.getKey())
                            + words.get("colon")
                            + (rest == 0 ? all : words.get("andMore", all, Figures.count(rest))));
        }
        html.close();
    }

    private static Map<String, List<String>> byCode(List<Reading.Note> notes) {
        var byCode = new TreeMap<String, List<String>>();
        notes.forEach(note ->
                byCode.computeIfAbsent(note.code(), _ -> new ArrayList<>()).addAll(note.arguments()));
        return byCode;
    }

    private void rejects(Html html) {
        List<Reject> rejects = view.result().ledger().rejects();
        if (rejects.isEmpty()) {
            return;
        }
        var counts = new TreeMap<String, Integer>();
        int looked = Math.min(REJECTS, rejects.size());
        for (int i = 0; i < looked; i++) {
            counts.merge(rejects.get(i).code().code(), 1, Integer::sum);
        }
        Table table = Table.start(
                html,
                looked == rejects.size()
                        ? words.get("reading.rejects")
                        : words.get("reading.firstRejects", Figures.count(looked)),
                Table.Column.text(words.get("column.code")),
                Table.Column.text(words.get("column.whatToDo")),
                Table.Column.number(words.get("column.rows")));
        counts.forEach((code, count) -> table.row(() -> html.element("code", code))
                .prose(words.get("reject." + code))
                .count(count));
        table.end();
    }
}
