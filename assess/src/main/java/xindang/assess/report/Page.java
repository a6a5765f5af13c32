package xindang.assess.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import xindang.assess.RunResult;
import xindang.engine.decision.DecisionRun;

/** The page around the sections: head, headline, what to know first, contents, foot. */
final class Page {

    /** Nothing may be loaded and nothing may run, whatever stands in the page. */
    private static final String SECURITY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

    private final View view;
    private final Words words;
    private final RunResult result;
    private final List<Section> sections;
    private final Html html = new Html();

    Page(View view, List<Section> sections) {
        this.view = view;
        this.words = view.words();
        this.result = view.result();
        this.sections = sections.stream().filter(Section::applies).toList();
    }

    String text() {
        html.open("html", "xmlns", "http://www.w3.org/1999/xhtml", "lang", words.get("lang"));
        head();
        html.open("body");
        BarChart.patterns(html);
        html.element("a", words.get("skip"), "class", "skip", "href", "#main");
        headline();
        html.open("div", "class", "page");
        contents();
        html.open("main", "id", "main").line();
        notes();
        sections.forEach(this::section);
        html.close();
        foot();
        html.close().close().close();
        return html.document();
    }

    private void head() {
        html.open("head").empty("meta", "charset", "utf-8");
        html.empty("meta", "http-equiv", "Content-Security-Policy", "content", SECURITY);
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.empty("meta", "name", "color-scheme", "content", "light dark");
        html.element("title", words.get("title") + " " + result.asOf());
        html.style(styleSheet()).close().line();
    }

    private void headline() {
        html.open("header").open("div", "class", "page");
        html.element("p", words.get("brand"), "class", "brand");
        html.element("h1", words.get("title"));
        html.open("dl", "class", "facts");
        fact("asOf", result.asOf().toString(), words.get("asOf." + result.asOfSource()));
        fact("ledger", files(), span());
        fact(
                "customers",
                Figures.count(result.ledger().customers()),
                words.get(
                        "currencies",
                        words.list(List.copyOf(result.totals().keySet()).stream()
                                .limit(View.CURRENCIES)
                                .toList()),
                        Figures.count(result.totals().size())));
        fact(
                "rows",
                Figures.count(result.ledger().rows()),
                rejected(result.ledger().rejects().size()));
        html.close().close().close().line();
    }

    private void fact(String key, String value, String more) {
        html.open("div").element("dt", words.get("headline." + key));
        html.open("dd")
                .element("strong", value)
                .element("span", more, "class", "more")
                .close()
                .close();
    }

    private String rejected(int rejected) {
        return rejected == 0 ? words.get("noneRejected") : words.get("rejectedRows", Figures.count(rejected));
    }

    /** The days of issue in the ledger; what lies after the as-of date counts nowhere, and that is said. */
    private String span() {
        Optional<LocalDate> first = result.span().firstIssued();
        Optional<LocalDate> last = result.span().lastIssued();
        if (first.isEmpty() || last.isEmpty()) {
            return words.get("noSpan");
        }
        String span = words.get("span", first.get(), last.get());
        return last.get().isAfter(result.asOf()) ? words.get("spanBeyond", span) : span;
    }

    private String files() {
        String first =
                Names.brief(Names.file(result.ledger().readings().getFirst().file()));
        int files = result.ledger().readings().size();
        return files == 1 ? first : words.get("andMore", first, Figures.count(files - 1));
    }

    /** The reason for the as-of date stands in the headline already, everything else here. */
    private void notes() {
        String headline = view.texts().named("note.asOf." + result.asOfSource(), Map.of("date", result.asOf()));
        List<String> notes =
                result.notes().stream().filter(note -> !note.equals(headline)).toList();
        if (!notes.isEmpty()) {
            html.open("section", "class", "notes", "aria-labelledby", "notes");
            html.element("h2", words.get("section.notes"), "id", "notes").open("ul");
            notes.forEach(note -> html.element("li", note));
            html.close().close().line();
        }
    }

    private void contents() {
        html.open("nav", "aria-label", words.get("contents")).open("ol");
        for (Section section : sections) {
            html.open("li").element("a", words.get("section." + section.id()), "href", "#" + section.id());
            html.close();
        }
        html.close().close().line();
    }

    private void section(Section section) {
        html.open("section", "class", "s-" + section.id(), "aria-labelledby", section.id());
        html.element("h2", words.get("section." + section.id()), "id", section.id())
                .line();
        section.write(html);
        html.close().line();
    }

    private void foot() {
        html.open("footer")
                .element(
                        "p",
                        words.get(
                                "foot",
                                DecisionRun.ENGINE,
                                result.policy().id(),
                                result.policy().version(),
                                result.policy().sha256()))
                .close();
    }

    private static String styleSheet() {
        try (InputStream in = Page.class.getResourceAsStream("/xindang/assess/report.css")) {
            if (in == null) {
                throw new IllegalStateException("report.css is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
