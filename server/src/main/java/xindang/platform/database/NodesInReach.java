package xindang.platform.database;

import java.util.List;
import java.util.UUID;

/** The nodes whose rows the work at hand may see (可及节点); nothing outside a request of somebody who signed in. */
@FunctionalInterface
public interface NodesInReach {

    /** Companies and departments. */
    List<UUID> now();
}
