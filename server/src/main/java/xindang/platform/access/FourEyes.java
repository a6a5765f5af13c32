package xindang.platform.access;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import xindang.platform.problem.Code;
import xindang.platform.problem.Reason;
import xindang.platform.problem.Refusal;

/**
 * Requester is never approver (四眼原则, 不相容职务分离): the one place where that is decided. Whatever approves, grants or confirms
 * calls it with who asked, within the transaction of the decision.
 */
@Component
public class FourEyes {

    private final Segregation segregation;

    FourEyes(Segregation segregation) {
        this.segregation = segregation;
    }

    /**
     * What is decided.
     *
     * @param node node it belongs to
     * @param act capability and verb, such as {@code secrecy.grant}
     * @param object what it is about
     * @param name how people call that
     */
    public record Matter(UUID node, String act, UUID object, String name) {}

    /**
     * Lets somebody act in the place of a person who cannot any more; always listed for audit.
     *
     * @param concerned those who may not do it: the person and whoever gains by it
     * @param reason why the person does not do it himself
     * @throws Refusal 403 {@code own-request}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void inPlace(Caller decider, Matter matter, Collection<UUID> concerned, String reason) {
        if (concerned.contains(decider.id())) {
            throw ownRequest(matter);
        }
        segregation.recordException(decider, matter, reason);
    }

    /**
     * Lets a decision pass if another person asked for it; whom the requester lent the right to decide is no other person. Where the house allows exceptions, the same person may decide with a
     * reason, and that is listed for audit.
     *
     * @param requester who asked, or whom it is for
     * @param exception why the same person decides; null if he gives no reason
     * @throws Refusal 403 {@code own-request}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void check(Caller decider, Matter matter, UUID requester, @Nullable String exception) {
        if (!decider.id().equals(requester) && !decider.isLentBy(requester, matter.node())) {
            return;
        }
        if (!segregation.allowsExceptions() || exception == null || exception.isBlank()) {
            throw ownRequest(matter);
        }
        segregation.recordException(decider, matter, exception.strip());
    }

    private Refusal ownRequest(Matter matter) {
        return Refusal.of(
                Code.OWN_REQUEST,
                new Reason(
                        "requester-is-never-approver@1",
                        null,
                        Map.of(
                                "act",
                                matter.act(),
                                "segregation",
                                segregation.allowsExceptions() ? "recorded-exception" : "strict")));
    }
}
