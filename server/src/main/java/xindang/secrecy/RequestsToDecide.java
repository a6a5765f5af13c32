package xindang.secrecy;

import java.util.UUID;
import org.springframework.stereotype.Component;
import xindang.identity.Competence;
import xindang.identity.OpenDuties;
import xindang.secrecy.store.RequestStore;

/** Requests to read files that wait for one person because nobody else may decide them (待其审批的查阅申请). */
@Component
class RequestsToDecide implements OpenDuties {

    private final RequestStore store;
    private final Competence competence;

    RequestsToDecide(RequestStore store, Competence competence) {
        this.store = store;
        this.competence = competence;
    }

    @Override
    public String kind() {
        return "requests";
    }

    @Override
    public long left(UUID person) {
        return store.waiting(person).stream()
                .filter(waiting -> competence.alone(person, AccessRequests.DECIDES, waiting.node()))
                .mapToLong(RequestStore.Waiting::requests)
                .sum();
    }
}
