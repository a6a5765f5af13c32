package xindang.platform.export;

/** Texts in cells of workbooks (单元格文本). */
public final class WorkbookText {

    private static final int LONGEST = 32_767;

    private WorkbookText() {}

    /** As much of a text as a cell takes. */
    public static String fitting(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST));
    }
}
