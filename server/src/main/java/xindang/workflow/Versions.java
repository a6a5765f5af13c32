package xindang.workflow;

import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.stereotype.Component;
import xindang.engine.workflow.FlowDefinition;
import xindang.engine.workflow.FlowStep;
import xindang.format.FlowText;
import xindang.workflow.store.FlowStore;

/** What published versions say (已发布流程): they never change, so each is read once. */
@Component
class Versions {

    private static final int MOST = 500;

    private final ConcurrentMap<UUID, FlowDefinition> known = new ConcurrentHashMap<>();
    private final FlowStore store;

    Versions(FlowStore store) {
        this.store = store;
    }

    FlowDefinition of(UUID version) {
        FlowDefinition found = known.get(version);
        if (found == null) {
            found = FlowText.read("flow", store.version(version).definition()).flow();
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(version, found);
        }
        return found;
    }

    /** The step where a case waits for signatures. */
    FlowStep.Approve approval(FlowCase flowCase, String step) {
        if (of(flowCase.version()).step(step).orElseThrow() instanceof FlowStep.Approve approve) {
            return approve;
        }
        throw new IllegalStateException("nobody signs at step " + step);
    }
}
