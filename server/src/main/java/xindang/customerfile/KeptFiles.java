package xindang.customerfile;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import xindang.customerfile.store.KeeperStore;
import xindang.identity.OpenDuties;

/** Files somebody keeps or is deputy keeper of (在管档案): another keeper takes them over before he goes. */
@Component
class KeptFiles implements OpenDuties {

    private final KeeperStore store;

    KeptFiles(KeeperStore store) {
        this.store = store;
    }

    @Override
    public String kind() {
        return "files";
    }

    @Override
    public long left(UUID person) {
        return store.kept(person, null);
    }

    @Override
    public long leftAt(UUID person, List<UUID> nodes) {
        return store.kept(person, nodes);
    }
}
