package xindang.document;

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

    /** An object within the reach of a caller, as narrowed to the right at hand. */
    Optional<Linked> find(Caller caller, UUID id);
}
