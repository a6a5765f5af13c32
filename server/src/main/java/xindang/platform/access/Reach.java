package xindang.platform.access;

import java.util.List;
import java.util.UUID;

/**
 * Whose customer files a caller reaches (档案范围): all of some companies, or what some departments have of one company.
 *
 * @param companies companies, those a file's {@code node_id} may name
 * @param departments if not empty: only the files these departments are in charge of
 */
public record Reach(List<UUID> companies, List<UUID> departments) {

    /** Reaches no file at all. */
    public static final Reach NOTHING = new Reach(List.of(), List.of());

    /** Copies the collections. */
    public Reach {
        companies = List.copyOf(companies);
        departments = List.copyOf(departments);
    }

    /** Whole companies. */
    public static Reach companies(List<UUID> companies) {
        return new Reach(companies, List.of());
    }

    /** A company as far as departments are in charge. */
    public static Reach departments(UUID company, List<UUID> departments) {
        return new Reach(List.of(company), departments);
    }

    /** Whether the companies are reached as a whole. */
    public boolean whole() {
        return departments.isEmpty();
    }
}
