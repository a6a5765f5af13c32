package xindang.secrecy;

import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xindang.audittrail.Act;
import xindang.audittrail.Trail;
import xindang.platform.access.Caller;
import xindang.platform.problem.Code;
import xindang.platform.problem.Refusal;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;
import xindang.platform.time.BusinessClock;
import xindang.secrecy.store.AgreementStore;

/** The confidentiality agreement (保密协议): published by administrators, acknowledged by everybody, again after some months. */
@Service
public class AgreementBook {

    private final AgreementStore store;
    private final SettingBook settings;
    private final Trail trail;
    private final BusinessClock clock;

    AgreementBook(AgreementStore store, SettingBook settings, Trail trail, BusinessClock clock) {
        this.store = store;
        this.settings = settings;
        this.trail = trail;
        this.clock = clock;
    }

    /** The text in force. */
    @Transactional(readOnly = true)
    public Optional<Agreement> inForce() {
        return store.inForce();
    }

    /** Whether a caller must acknowledge the text in force before anything else. */
    @Transactional(readOnly = true)
    public boolean isNeeded(Caller caller) {
        return store.isNeeded(caller.id(), clock.timestamp());
    }

    /** Publishes a new text; everybody acknowledges it anew. */
    @Transactional
    public Agreement publish(Caller caller, String zh, String en) {
        UUID root = settings.rootWithin(caller);
        if (!store.insert(root, zh, en, caller, clock.timestamp())) {
            throw Refusal.of(Code.CONFLICT);
        }
        Agreement published = store.inForce().orElseThrow();
        trail.record(
                caller,
                Act.of(root, "secrecy.publish-agreement", "agreement", published.id(), "v" + published.number()));
        return published;
    }

    /**
     * A caller acknowledges the text he was shown.
     *
     * @throws Refusal 404 if that text is not the one in force
     */
    @Transactional
    public void acknowledge(Caller caller, UUID shown) {
        Agreement text =
                store.inForce().filter(one -> one.id().equals(shown)).orElseThrow(() -> Refusal.of(Code.NOT_FOUND));
        store.acknowledge(caller.id(), shown, clock.timestamp());
        trail.record(
                caller,
                Act.of(caller.node(), "secrecy.acknowledge-agreement", "user", caller.id(), caller.login())
                        .basedOn(java.util.Map.of("agreement", "v" + text.number())));
    }

    /** One page of the people within the caller's nodes and what they acknowledged. */
    @Transactional(readOnly = true)
    public Page<SignatoryLine> signatories(Caller caller, @Nullable Boolean valid, PageQuery query) {
        OffsetDateTime since = clock.timestamp().minusMonths(settings.now().renewalMonths());
        return store.page(caller.nodes(), valid, store.inForce().orElse(null), since, query);
    }
}
