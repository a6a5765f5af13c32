package xindang.assess.report;

import java.util.List;

/** The files of the result and what they hold, and how to prove that the decisions are those of the rules. */
final class FilesSection implements Section {

    static final List<String> FILES = List.of(
            "summary.json",
            "customers.csv",
            "dunning.csv",
            "warnings.csv",
            "rejected.csv",
            "policies.json",
            "decisions.jsonl",
            "report.html");

    private final Words words;

    FilesSection(View view) {
        this.words = view.words();
    }

    @Override
    public String id() {
        return "files";
    }

    @Override
    public void write(Html html) {
        html.element("p", words.get("files.lead"));
        Table table = Table.start(
                html,
                words.get("files.table"),
                Table.Column.text(words.get("column.file")),
                Table.Column.text(words.get("column.holds")));
        for (String file : FILES) {
            table.row(() -> html.element("code", file)).prose(words.get("file." + file));
        }
        table.end();
        html.open("p")
                .element("code", "xindang replay DIR")
                .text(" " + words.get("files.replay"))
                .close();
    }
}
