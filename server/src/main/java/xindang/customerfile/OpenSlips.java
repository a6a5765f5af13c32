package xindang.customerfile;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import xindang.customerfile.store.SlipStore;
import xindang.identity.OpenDuties;

/** Hand-over slips somebody gives or receives that are not through (未完移交单). */
@Component
class OpenSlips implements OpenDuties {

    private final SlipStore store;

    OpenSlips(SlipStore store) {
        this.store = store;
    }

    @Override
    public String kind() {
        return "slips";
    }

    @Override
    public long left(UUID person) {
        return store.open(person, null);
    }

    @Override
    public long leftAt(UUID person, List<UUID> nodes) {
        return store.open(person, nodes);
    }
}
