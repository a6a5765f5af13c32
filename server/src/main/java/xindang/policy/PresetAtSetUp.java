package xindang.policy;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import xindang.audittrail.Act;
import xindang.audittrail.Trail;
import xindang.format.PolicyDocument;
import xindang.format.regime.Composition;
import xindang.format.regime.Preset;
import xindang.identity.InstallationSetUp;
import xindang.policy.store.PolicyStore;

/** Puts the recommended policies R0 in force at the root of a new installation (安装预置制度), together with its set-up. */
@Component
class PresetAtSetUp {

    private final PolicyStore store;
    private final Trail trail;

    PresetAtSetUp(PolicyStore store, Trail trail) {
        this.store = store;
        this.trail = trail;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void install(InstallationSetUp setUp) {
        for (PolicyDocument policy : Composition.standard()) {
            var id = store.insert(
                    setUp.node(),
                    policy,
                    new PolicyStore.Publication(null, setUp.administrator(), Preset.RECOMMENDED, false, null));
            trail.record(
                    setUp.administrator(),
                    setUp.administratorName(),
                    Act.of(
                            setUp.node(),
                            "policy.install",
                            "policy",
                            id,
                            policy.ref().id() + " " + policy.ref().version()));
        }
    }
}
