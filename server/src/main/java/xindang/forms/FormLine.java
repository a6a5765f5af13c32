package xindang.forms;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xindang.platform.rest.NamedRef;

/**
 * A form in lists (表单).
 *
 * @param node node at which and below which it holds
 * @param code short name, unique at its node
 * @param subject what a record belongs to: nothing, {@code customer} or {@code customer-fields}
 * @param labelZh name in Chinese, by its published version, else by its latest
 * @param labelEn name in English
 * @param published number of the published version; null before the first
 * @param draft state of its open draft, {@code draft} or {@code checked}; null without one
 */
public record FormLine(
        UUID id,
        NamedRef node,
        String code,
        String subject,
        String labelZh,
        String labelEn,
        @Nullable Integer published,
        @Nullable String draft) {

    /** Name in a language. */
    public String label(String language) {
        return language.equals("en") ? labelEn : labelZh;
    }

    /** Whether records belong to customer files. */
    public boolean ofCustomers() {
        return !subject.equals("none");
    }

    /** Whether a customer file has one record of it, its own fields. */
    public boolean single() {
        return subject.equals("customer-fields");
    }
}
