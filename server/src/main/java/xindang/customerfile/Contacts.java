package xindang.customerfile;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xindang.audittrail.Act;
import xindang.audittrail.Trail;
import xindang.customerfile.store.DetailReader;
import xindang.platform.access.Caller;
import xindang.platform.problem.Code;
import xindang.platform.problem.Refusal;

/** The people of a customer with everything known of them (联系人明文); each reading is an entry of the trail. Requirement SEC-06. */
@Service
public class Contacts {

    private final DetailReader details;
    private final Trail trail;

    Contacts(DetailReader details, Trail trail) {
        this.details = details;
        this.trail = trail;
    }

    /**
     * The people to talk to: name, role, phone, mail.
     *
     * @throws Refusal 404 for a file out of reach, or above the reader's clearance
     */
    @Transactional
    public List<Map<String, Object>> read(Caller caller, UUID id) {
        VersionedCustomer found = details.find(caller.reach(), id)
                .filter(one -> !one.customer().line().masked())
                .orElseThrow(() -> Refusal.of(Code.NOT_FOUND));
        var line = found.customer().line();
        trail.record(
                caller,
                Act.of(
                        found.company(),
                        "customerfile.read-contacts",
                        "customer",
                        id,
                        line.number() + " " + line.name()));
        return details.contacts(id);
    }
}
