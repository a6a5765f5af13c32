package xindang.secrecy;

import java.util.List;
import org.springframework.stereotype.Component;
import xindang.platform.access.Caller;
import xindang.platform.rest.PageQuery;
import xindang.workflow.InboxEntry;
import xindang.workflow.InboxSource;

/** Requests to read files that a person may decide (待审批的查阅申请). The file is not named: he may not be cleared for it. */
@Component
class RequestsInInbox implements InboxSource {

    private final AccessRequests requests;

    RequestsInInbox(AccessRequests requests) {
        this.requests = requests;
    }

    @Override
    public String kind() {
        return "access-request";
    }

    @Override
    public List<InboxEntry> waiting(Caller caller, int most) {
        if (!caller.may(AccessRequests.DECIDES)) {
            return List.of();
        }
        return requests
                .page(caller.within(AccessRequests.DECIDES), "asked", new PageQuery(most, null, null))
                .items()
                .stream()
                .filter(request -> !request.requester().id().equals(caller.id()))
                .map(request -> InboxEntry.byRight(
                        request.id(),
                        "access-request",
                        request.purpose(),
                        request.requester(),
                        AccessRequests.DECIDES,
                        request.askedAt(),
                        "/secrecy/requests"))
                .toList();
    }
}
