package xindang.forms;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import xindang.platform.access.Caller;

/** Customer files as forms see them (表单所属档案); the capability that has them implements it. */
public interface SubjectFiles {

    /**
     * A customer file.
     *
     * @param company company whose file it is
     * @param name number and name
     * @param open whether the reader may read it
     */
    record Subject(UUID id, UUID company, String name, boolean open) {}

    /** A file within the reach of a caller. */
    Optional<Subject> find(Caller caller, UUID id);

    /** Numbers and names of those of some files that a caller reaches and may read. */
    Map<UUID, String> names(Caller caller, Collection<UUID> ids);
}
