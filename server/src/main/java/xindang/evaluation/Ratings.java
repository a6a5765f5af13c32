package xindang.evaluation;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xindang.customerfile.Customers;
import xindang.evaluation.store.RatingList;
import xindang.platform.access.Caller;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;
import xindang.platform.time.BusinessClock;
import xindang.policy.GradePlaces;

/** Reads the grades of a customer (评级查询), each with its place on the scale in force. */
@Service
@Transactional(readOnly = true)
public class Ratings {

    private final RatingList list;
    private final Customers customers;
    private final GradePlaces places;
    private final BusinessClock clock;

    Ratings(RatingList list, Customers customers, GradePlaces places, BusinessClock clock) {
        this.list = list;
        this.customers = customers;
        this.places = places;
        this.clock = clock;
    }

    /** One page, the latest first; 404 for a customer out of reach. */
    public Page<RatingLine> page(Caller caller, UUID customer, PageQuery query) {
        return list.page(customer, scale(caller, customer), query);
    }

    /** All of them. */
    public void each(Caller caller, UUID customer, PageQuery order, Consumer<RatingLine> line) {
        list.each(customer, scale(caller, customer), order, line);
    }

    private GradePlaces.Scale scale(Caller caller, UUID customer) {
        return places.at(customers.find(caller, customer).company(), clock.today());
    }

    /** The scale that the caller's customers are graded on today. */
    public GradePlaces.Scale scale(Caller caller) {
        List<UUID> companies = caller.reach().companies();
        return places.at(companies.isEmpty() ? caller.node() : companies.getFirst(), clock.today());
    }
}
