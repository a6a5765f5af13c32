package xindang.assess.report;

import java.util.Comparator;
import java.util.List;
import xindang.format.PolicyDocument;

/** How it was decided (评估方法): everything a reader needs to follow a grade and a limit by hand. */
final class MethodSection implements Section {

    private static final int SHORT_HASH = 12;
    private static final List<String> ORDER = List.of("scorecard", "eval", "rat", "lim", "ews", "col");

    private final View view;
    private final Words words;

    MethodSection(View view) {
        this.view = view;
        this.words = view.words();
    }

    @Override
    public String id() {
        return "method";
    }

    @Override
    public void write(Html html) {
        html.open("ol", "class", "steps");
        for (String step : List.of("facts", "score", "knockOut", "limit", "records")) {
            html.element("li", words.get("method." + step));
        }
        html.close();
        new ScorecardPart(view).write(html);
        new LimitPart(view).write(html);
        new LadderPart(view).write(html);
        policies(html);
    }

    private void policies(Html html) {
        html.element("h3", words.get("method.policies"));
        Table table = Table.start(
                html,
                words.get("method.policies.table"),
                Table.Column.text(words.get("column.policy")),
                Table.Column.text(words.get("column.id")),
                Table.Column.text(words.get("column.version")),
                Table.Column.text(words.get("column.validFrom")),
                Table.Column.text("SHA-256"));
        view.result().policies().documents().values().stream()
                .filter(document -> ORDER.contains(document.ref().kind()))
                .distinct()
                .sorted(Comparator.comparingInt(
                        document -> ORDER.indexOf(document.ref().kind())))
                .forEach(document -> row(html, table, document));
        table.end();
    }

    private void row(Html html, Table table, PolicyDocument document) {
        table.row(words.get("kind." + document.ref().kind()))
                .whole(() -> Names.write(html, document.ref().id()))
                .whole(() -> Names.write(html, document.ref().version()))
                .whole(() -> html.text(document.validFrom().toString()))
                .whole(() -> html.element(
                        "code",
                        document.ref().sha256().substring(0, SHORT_HASH) + "…",
                        "title",
                        document.ref().sha256()));
    }
}
