package xindang.platform.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Found things of one kind (检索结果分组), the best first.
 *
 * @param kind customer, invoice
 * @param items what was found
 */
public record SearchGroup(String kind, List<Item> items) {

    /** Copies the list. */
    public SearchGroup {
        items = List.copyOf(items);
    }

    /**
     * Something found.
     *
     * @param id id
     * @param title what it is called
     * @param subtitle what tells it from others of that title
     * @param why why it was found, in the reader's language, where the title does not show it
     * @param link page that shows it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
            String id,
            String title,
            @Nullable String subtitle,
            @Nullable String why,
            String link) {}
}
