package xindang.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import xindang.format.regime.Language;
import xindang.format.regime.RegimeDocument;
import xindang.platform.print.Paper;

/** The regime document as printed matter (制度文件版面). */
final class RegimePaper {

    private RegimePaper() {}

    static Paper of(RegimeDocument document, RegimePrinting.Wish wish, LocalDate date) {
        Language language = wish.language();
        var sections = new ArrayList<Paper.Section>();
        for (RegimeDocument.DocumentChapter chapter : document.chapters()) {
            sections.add(new Paper.Section(
                    chapter.number(),
                    chapter.title(),
                    chapter.clauses().stream()
                            .map(clause -> new Paper.Paragraph(clause.number(), clause.text(), grid(clause.table())))
                            .toList()));
        }
        for (RegimeDocument.DocumentAnnex annex : document.annexes()) {
            var paragraphs = new ArrayList<Paper.Paragraph>();
            annex.paragraphs().forEach(text -> paragraphs.add(new Paper.Paragraph("", text, null)));
            if (annex.table() != null) {
                paragraphs.add(new Paper.Paragraph("", "", grid(annex.table())));
            }
            sections.add(new Paper.Section("", annex.title(), paragraphs));
        }
        List<Paper.Fact> facts = document.facts().stream()
                .map(fact -> new Paper.Fact(fact.name(), fact.text()))
                .toList();
        String state = wish.draft() == null
                ? language.of("依 " + date + " 有效的规定生成", "Written from what is in force on " + date)
                : language.of("草案，未生效", "Draft, not in force");
        return new Paper(
                language == Language.ZH ? "zh" : "en",
                document.title(),
                facts,
                sections,
                document.title() + " · " + state);
    }

    private static Paper.@Nullable Grid grid(RegimeDocument.@Nullable DocumentTable table) {
        return table == null ? null : new Paper.Grid(table.head(), table.rows());
    }
}
