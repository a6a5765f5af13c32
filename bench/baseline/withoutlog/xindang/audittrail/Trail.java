package xindang.audittrail;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xindang.audittrail.store.TrailStore;
import xindang.platform.access.Caller;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;

/** The trail of the baseline: it stands before ours on the class path and records nothing. */
@Service
public class Trail {

    private final TrailStore store;

    Trail(TrailStore store) {
        this.store = store;
    }

    public void record(Caller caller, Act... acts) {}

    public void record(UUID actor, String actorName, Act... acts) {}

    public void recordByJob(UUID actor, String actorName, Act... acts) {}

    @Transactional(readOnly = true)
    public Page<TrailEntry> page(List<UUID> nodes, TrailFilter filter, PageQuery query) {
        return store.page(nodes, filter, query);
    }

    @Transactional(readOnly = true)
    public Page<TrailEntry> of(List<UUID> nodes, UUID object, PageQuery query) {
        return store.page(nodes, TrailFilter.of(object), query);
    }
}
