package xindang.identity;

import java.util.Collection;
import java.util.UUID;

/** What departments have that would stay behind if they went to another company (部门职责); capabilities say so of their own. */
public interface DepartmentDuties {

    /** Whether any of the departments is in charge of something of its company. */
    boolean inCharge(Collection<UUID> departments);
}
