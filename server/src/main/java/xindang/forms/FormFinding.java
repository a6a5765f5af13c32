package xindang.forms;

import java.util.Map;

/**
 * Something that keeps a form from being published (表单检查发现).
 *
 * @param check name of the check
 * @param field field to look at, with its column behind a dot; empty for the whole
 * @param facts what was found
 */
public record FormFinding(String check, String field, Map<String, String> facts) {

    /** Copies the facts. */
    public FormFinding {
        facts = Map.copyOf(facts);
    }

    static FormFinding of(String check, String field) {
        return new FormFinding(check, field, Map.of());
    }
}
