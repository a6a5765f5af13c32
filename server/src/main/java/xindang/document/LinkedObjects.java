package xindang.document;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xindang.platform.access.Caller;
import xindang.platform.access.SecrecyLevel;

/** Objects that documents belong to (资料所属对象); the capability that has them implements it. */
public interface LinkedObjects {

    /** Kind of the objects, such as {@code customer}. */
    String kind();

    /**
     * An object as documents see it.
     *
     * @param company company whose object it is
     * @param department department in charge of it, if any
     * @param number how lists call it where names may be confidential
     * @param name number and name
     * @param level how confidential it is
     * @param open whether the reader may read it
     */
    record Linked(
            UUID id,
            UUID company,
            @Nullable UUID department,
            String number,
            String name,
            SecrecyLevel level,
            boolean open) {}

    /** Objects within the reach of a caller, as narrowed to the right at hand; in no order, those out of reach left out. */
    List<Linked> find(Caller caller, Collection<UUID> some);

    /** An object within the reach of a caller, as narrowed to the right at hand. */
    default Optional<Linked> find(Caller caller, UUID id) {
        return find(caller, List.of(id)).stream().findFirst();
    }
}
