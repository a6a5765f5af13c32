package xindang.insight;

import java.util.UUID;
import org.springframework.stereotype.Service;
import xindang.insight.store.CompanyStore;
import xindang.platform.access.Caller;
import xindang.platform.problem.Code;
import xindang.platform.problem.Reason;
import xindang.platform.problem.Refusal;

/** The company somebody works for (所属公司). */
@Service
public class Companies {

    private final CompanyStore store;

    Companies(CompanyStore store) {
        this.store = store;
    }

    /** The caller's node if it is a company, else the nearest company above, else the only one below. */
    public UUID of(Caller caller) {
        return store.company(caller.node())
                .orElseThrow(() -> Refusal.of(Code.CONFLICT, Reason.field("node", "no-company")));
    }
}
