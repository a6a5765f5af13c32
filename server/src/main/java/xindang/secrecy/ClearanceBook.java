package xindang.secrecy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xindang.audittrail.Act;
import xindang.audittrail.Change;
import xindang.audittrail.Trail;
import xindang.identity.Organisation;
import xindang.identity.User;
import xindang.platform.access.Caller;
import xindang.platform.access.Clearances;
import xindang.platform.access.FourEyes;
import xindang.platform.access.SecrecyLevel;
import xindang.platform.problem.Code;
import xindang.platform.problem.Refusal;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;
import xindang.platform.rest.Version;
import xindang.secrecy.store.ClearanceStore;

/** Who is cleared up to which level (涉密权限); everybody up to internal, more is given by an administrator, never to himself. */
@Service
public class ClearanceBook implements Clearances {

    private final ClearanceStore store;
    private final Organisation organisation;
    private final FourEyes fourEyes;
    private final Trail trail;

    ClearanceBook(ClearanceStore store, Organisation organisation, FourEyes fourEyes, Trail trail) {
        this.store = store;
        this.organisation = organisation;
        this.fourEyes = fourEyes;
        this.trail = trail;
    }

    @Override
    @Transactional(readOnly = true)
    public SecrecyLevel of(UUID user) {
        return store.find(user).orElse(SecrecyLevel.INTERNAL);
    }

    /** One page of the people within the caller's nodes. */
    @Transactional(readOnly = true)
    public Page<ClearanceLine> page(Caller caller, @Nullable String q, PageQuery query) {
        return store.page(caller.nodes(), q, query);
    }

    /**
     * Gives a person within the caller's nodes a clearance.
     *
     * @param version version the change starts from; 0 where none was given yet
     * @param reason why
     * @throws Refusal 404 for a person out of reach, 412 for another version, 403 for oneself as far as {@link FourEyes} says
     */
    @Transactional
    public void change(Caller caller, UUID id, int version, SecrecyLevel level, String reason) {
        User user = organisation
                .user(id)
                .filter(one -> caller.reaches(one.node()))
                .orElseThrow(() -> Refusal.of(Code.NOT_FOUND));
        SecrecyLevel before = of(id);
        if (level.above(before)) {
            fourEyes.check(
                    caller, new FourEyes.Matter(user.node(), "secrecy.change-clearance", id, user.login()), id, reason);
        }
        if (!store.put(id, level, version)) {
            throw Version.stale();
        }
        trail.record(
                caller,
                Act.of(user.node(), "secrecy.change-clearance", "user", id, user.login())
                        .with(List.of(new Change("clearance", before.code(), level.code())))
                        .basedOn(Map.of("reason", reason)));
    }
}
