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

    /**
     * The caller's node if it is a company, else the only one below.
     *
     * @throws Refusal 403 for somebody of a department: what is done to a whole company is not for a part of it; 409 where there
     *     are none or several
     */
    public UUID of(Caller caller) {
        UUID company = store.company(caller.node())
                .orElseThrow(() -> Refusal.of(Code.CONFLICT, Reason.field("node", "no-company")));
        if (!caller.reaches(company)) {
            throw Refusal.of(Code.RIGHT_MISSING, Reason.field("node", "whole-company"));
        }
        return company;
    }
}
