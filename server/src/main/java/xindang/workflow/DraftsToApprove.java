package xindang.workflow;

import java.util.List;
import org.springframework.stereotype.Component;
import xindang.platform.access.Caller;
import xindang.platform.rest.PageQuery;
import xindang.policy.Drafts;
import xindang.policy.RegimeDraft;

/** Drafts of a regime that wait for approval (待审批的制度草案), for those who may approve them and did not write in them. */
@Component
class DraftsToApprove implements InboxSource {

    private static final String APPROVES = "policy.approve";

    private final Drafts drafts;

    DraftsToApprove(Drafts drafts) {
        this.drafts = drafts;
    }

    @Override
    public String kind() {
        return "policy-draft";
    }

    @Override
    public List<InboxEntry> waiting(Caller caller, int most) {
        if (!caller.may(APPROVES)) {
            return List.of();
        }
        return drafts.page(caller.within(APPROVES), null, "checked", new PageQuery(most, null, null)).items().stream()
                .filter(draft ->
                        draft.authors().stream().noneMatch(author -> author.id().equals(caller.id())))
                .map(DraftsToApprove::entry)
                .toList();
    }

    private static InboxEntry entry(RegimeDraft draft) {
        return InboxEntry.byRight(
                draft.id(),
                "policy-draft",
                draft.name(),
                draft.authors().getLast(),
                APPROVES,
                draft.changedAt(),
                "/policy/drafts/" + draft.id());
    }
}
