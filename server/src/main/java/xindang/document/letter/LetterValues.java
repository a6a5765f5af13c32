package xindang.document.letter;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known for one letter (合并数据).
 *
 * @param single values by field; what is not known is missing
 * @param lists rows by list, each with values by field
 */
public record LetterValues(Map<String, LetterValue> single, Map<String, List<Map<String, LetterValue>>> lists) {

    /** Copies the maps. */
    public LetterValues {
        single = Map.copyOf(single);
        lists = Map.copyOf(lists);
    }

    /** Both together; a field that both know is a mistake of the program. */
    public LetterValues and(LetterValues more) {
        var values = new HashMap<>(single);
        more.single.forEach((field, value) -> {
            if (values.putIfAbsent(field, value) != null) {
                throw new IllegalStateException("two sources for " + field);
            }
        });
        var rows = new HashMap<>(lists);
        rows.putAll(more.lists);
        return new LetterValues(values, rows);
    }
}
