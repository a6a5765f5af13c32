package xindang.audittrail;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import xindang.platform.access.Caller;
import xindang.platform.export.ExportRecord;

/** Exports of lists as entries of the trail (导出留痕), under the node of whoever exports. */
@Component
class ExportTrail implements ExportRecord {

    private final Trail trail;

    ExportTrail(Trail trail) {
        this.trail = trail;
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void exported(Caller caller, String action, String list, Map<String, String> filters) {
        trail.record(
                caller,
                Act.of(caller.node(), action, "list", caller.node(), list).basedOn(filters));
    }
}
