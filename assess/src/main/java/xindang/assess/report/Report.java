package xindang.assess.report;

import java.util.List;
import xindang.assess.RunResult;
import xindang.assess.Texts;

/**
 * The report (报告) of one run: one page that needs nothing else, neither a script nor a file beside it, so that it can be
 * mailed, printed and read in ten years. Sections stand in the order in which a credit manager asks.
 */
public final class Report {

    private Report() {}

    /** The page, as HTML that is well-formed XML too. */
    public static String of(RunResult result, Texts texts) {
        var view = new View(result, Words.of(texts.language()), texts);
        List<Section> sections = List.of(
                new FiguresSection(view),
                new AgeingSection(view),
                new GradesSection(view),
                new TopSection(view),
                new WarningsSection(view),
                new DunningSection(view),
                new ConvertedSection(view),
                new ReadingSection(view),
                new MethodSection(view),
                new FilesSection(view));
        return new Page(view, sections).text();
    }
}
