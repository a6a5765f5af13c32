package xindang.document.letter;

/**
 * Something a letter can say (合并域), named by a template as {@code {{code}}}.
 *
 * @param code such as {@code customer.name}; fields of a list's rows are named without the list
 * @param kind how its values are written
 * @param zh its Chinese name
 * @param en its English name
 */
public record LetterField(String code, Kind kind, String zh, String en) {

    /** How values are written. */
    public enum Kind {
        /** As they are. */
        TEXT,
        /** By the language, or as 2026-03-01. */
        DAY,
        /** With digits in groups, or in Chinese capitals. */
        AMOUNT,
        /** A whole number. */
        COUNT
    }
}
