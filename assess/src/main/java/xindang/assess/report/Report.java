package xindang.assess.report;

import xindang.assess.RunResult;
import xindang.assess.Texts;

/** The report (报告) of one run. */
public final class Report {

    private Report() {}

    /** The page. */
    public static String of(RunResult result, Texts texts) {
        return texts.language() + result.asOf();
    }
}
