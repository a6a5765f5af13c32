package xindang.platform.access;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose customer files a caller reaches (档案范围): all of some companies, and what some departments have of other companies.
 *
 * @param entire companies reached as a whole, those a file's {@code node_id} may name
 * @param partial other companies, of which only the files that the departments are in charge of are reached
 * @param departments departments of the partial companies; empty without any
 */
public record Reach(List<UUID> entire, List<UUID> partial, List<UUID> departments) {

    /** Reaches no file at all. */
    public static final Reach NOTHING = new Reach(List.of(), List.of(), List.of());

    /** Copies the collections. */
    public Reach {
        entire = List.copyOf(entire);
        partial = List.copyOf(partial);
        departments = List.copyOf(departments);
        if (partial.isEmpty() != departments.isEmpty()) {
            throw new IllegalArgumentException("a part of a company is reached by departments, and only by them");
        }
    }

    /** Whole companies. */
    public static Reach companies(List<UUID> companies) {
        return new Reach(companies, List.of(), List.of());
    }

    /** A company as far as departments are in charge. */
    public static Reach departments(UUID company, List<UUID> departments) {
        return new Reach(List.of(), List.of(company), departments);
    }

    /** Everything that any of some reaches has; each of them must reach companies as a whole or a part of one. */
    public static Reach union(List<Reach> some) {
        var entire = new LinkedHashSet<UUID>();
        some.forEach(reach -> entire.addAll(reach.entire));
        var partial = new LinkedHashSet<UUID>();
        var departments = new LinkedHashSet<UUID>();
        for (Reach reach : some) {
            if (!entire.containsAll(reach.partial)) {
                partial.addAll(reach.partial);
                departments.addAll(reach.departments);
            }
        }
        return new Reach(List.copyOf(entire), List.copyOf(partial), List.copyOf(departments));
    }

    /** All companies reached, as a whole or not; those reached as a whole come first. */
    public List<UUID> companies() {
        var all = new ArrayList<UUID>(entire);
        all.addAll(partial);
        return all;
    }

    /** Whether a file lies within: of a company, in charge of a department or of the company itself. */
    public boolean covers(UUID company, @Nullable UUID department) {
        return entire.contains(company)
                || (department != null && partial.contains(company) && departments.contains(department));
    }

    /** Whether the companies are reached as a whole. */
    public boolean whole() {
        return partial.isEmpty();
    }

    /** The same as reaches that are each only of whole companies or only of departments; one of them where that is so already. */
    public List<Reach> pieces() {
        return entire.isEmpty() || partial.isEmpty()
                ? List.of(this)
                : List.of(companies(entire), new Reach(List.of(), partial, departments));
    }
}
