package xindang.customerfile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xindang.audittrail.Trail;
import xindang.audittrail.TrailEntry;
import xindang.customerfile.store.CustomerList;
import xindang.customerfile.store.DetailReader;
import xindang.customerfile.store.FileStore;
import xindang.customerfile.store.SearchIndex;
import xindang.identity.Node;
import xindang.identity.Organisation;
import xindang.platform.access.Caller;
import xindang.platform.access.Reach;
import xindang.platform.problem.Code;
import xindang.platform.problem.Reason;
import xindang.platform.problem.Refusal;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;
import xindang.platform.time.BusinessClock;

/** Reads customers within a caller's reach (客户查询). */
@Service
@Transactional(readOnly = true)
public class Customers {

    private final CustomerList list;
    private final DetailReader details;
    private final FileStore files;
    private final SearchIndex search;
    private final Organisation organisation;
    private final Trail trail;
    private final BusinessClock clock;

    Customers(
            CustomerList list,
            DetailReader details,
            FileStore files,
            SearchIndex search,
            Organisation organisation,
            Trail trail,
            BusinessClock clock) {
        this.list = list;
        this.details = details;
        this.files = files;
        this.search = search;
        this.organisation = organisation;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Sums over a filter.
     *
     * @param byCurrency one line per currency; none if not complete
     * @param asOf business date they are of
     * @param complete false if a text finds too many customers to add up while somebody waits
     * @param closed files within reach above the reader's clearance: in no sum, whatever the filter
     */
    public record Sums(
            List<CustomerList.CurrencySums> byCurrency, java.time.LocalDate asOf, boolean complete, int closed) {

        /** Copies the list. */
        public Sums {
            byCurrency = List.copyOf(byCurrency);
        }
    }

    /** One page. */
    public Page<CustomerLine> page(Caller caller, CustomerFilter filter, PageQuery query) {
        return list.page(caller.reach(), filter, department(filter), query);
    }

    /** All of a list, in the order asked for. */
    public void each(Caller caller, CustomerFilter filter, PageQuery order, Consumer<CustomerLine> line) {
        list.each(caller.reach(), filter, department(filter), order, line);
    }

    /**
     * The files of a list by company, at most so many and one more; those whose content the caller may not read are left out.
     *
     * @param most when to stop
     */
    public Map<UUID, List<UUID>> ids(Caller caller, CustomerFilter filter, int most) {
        return list.ids(caller.reach(), filter, department(filter), most);
    }

    /** Sums over the whole filter. */
    public Sums sums(Caller caller, CustomerFilter filter) {
        int closed = list.closed(caller.reach());
        return list.sums(caller.reach(), filter, department(filter))
                .map(sums -> new Sums(sums, clock.today(), true, closed))
                .orElseGet(() -> new Sums(List.of(), clock.today(), false, closed));
    }

    /** One file; 404 out of reach. */
    public VersionedCustomer find(Caller caller, UUID id) {
        return details.find(caller.reach(), id).orElseThrow(() -> Refusal.of(Code.NOT_FOUND));
    }

    /** The file with a number; 404 out of reach. */
    public UUID byNumber(Caller caller, String number) {
        List<UUID> found = files.byNumber(caller.reach(), number);
        if (found.isEmpty()) {
            throw Refusal.of(Code.NOT_FOUND);
        }
        if (found.size() > 1) {
            throw Refusal.of(Code.CONFLICT, Reason.field("number", "several-companies"));
        }
        return found.getFirst();
    }

    /** What happened to a file. */
    public Page<TrailEntry> trail(Caller caller, UUID id, PageQuery query) {
        return trail.of(List.of(find(caller, id).company()), id, query);
    }

    /** Whether a file lies within reach; 404 if not. */
    public void require(Caller caller, UUID id) {
        Optional<CustomerLine> found = list.find(caller.reach(), id);
        if (found.isEmpty()) {
            throw Refusal.of(Code.NOT_FOUND);
        }
    }

    /** All files a text finds within reach; nothing if they are many. */
    public Optional<List<UUID>> matching(Reach reach, String q) {
        return search.few(reach, q).map(List::of);
    }

    private List<Node> department(CustomerFilter filter) {
        return filter.department() == null ? List.of() : organisation.subtree(filter.department());
    }
}
