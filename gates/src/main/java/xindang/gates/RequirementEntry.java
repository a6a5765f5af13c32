package xindang.gates;

import org.jspecify.annotations.Nullable;

/**
 * One requirement (需求) as {@code docs/requirements.json} has it.
 *
 * @param id chapter letters and number, for example {@code AR-03}
 * @param title one line, at most {@value #TITLE_LENGTH} characters
 * @param chapter name of the chapter it stands in
 * @param acceptance the sentence "Given … when … then …" that its tests prove; written by whoever brings the
 *     requirement
 * @param needs capability without which it cannot be complete, and which does not exist yet
 */
public record RequirementEntry(
        String id,
        String title,
        String chapter,
        @Nullable String acceptance,
        @Nullable String needs) {

    /** Longest title, in characters. */
    public static final int TITLE_LENGTH = 90;
}
