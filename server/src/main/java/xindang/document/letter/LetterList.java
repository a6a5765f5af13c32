package xindang.document.letter;

import java.util.List;

/**
 * Rows a letter can list (合并列表), named by a row of a table as {@code <tr data-each="code">}.
 *
 * @param code such as {@code receivable.items}
 * @param zh its Chinese name
 * @param en its English name
 * @param fields what each row can say
 */
public record LetterList(String code, String zh, String en, List<LetterField> fields) {

    /** Copies the list. */
    public LetterList {
        fields = List.copyOf(fields);
    }
}
