package xindang.receivable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xindang.customerfile.Customers;
import xindang.engine.receivable.AgeingSchedule;
import xindang.platform.access.Caller;
import xindang.platform.access.Reach;
import xindang.platform.problem.Code;
import xindang.platform.problem.Reason;
import xindang.platform.problem.Refusal;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;
import xindang.receivable.store.AgeingReader;
import xindang.receivable.store.ItemList;
import xindang.receivable.store.MonthReader;

/** Reads items and ageing within a caller's reach (应收查询). */
@Service
public class Receivables {

    private static final int MONTHS = 12;

    private final Snapshots snapshots;
    private final AgeingReader ageing;
    private final ItemList items;
    private final Customers customers;
    private final MonthReader months;

    Receivables(Snapshots snapshots, AgeingReader ageing, ItemList items, Customers customers, MonthReader months) {
        this.snapshots = snapshots;
        this.ageing = ageing;
        this.items = items;
        this.customers = customers;
        this.months = months;
    }

    /** One page of items. */
    @Transactional(readOnly = true)
    public Page<ItemLine> items(Caller caller, ItemFilter filter, PageQuery query) {
        return items.page(caller.reach(), asked(caller, filter), query);
    }

    /** All items of a list. */
    @Transactional(readOnly = true)
    public void eachItem(Caller caller, ItemFilter filter, PageQuery order, Consumer<ItemLine> line) {
        items.each(caller.reach(), asked(caller, filter), order, line);
    }

    /** Sums of what a list of items holds, on its day. */
    @Transactional(readOnly = true)
    public ItemSums itemSums(Caller caller, ItemFilter filter) {
        return items.sums(caller.reach(), asked(caller, filter));
    }

    /** A customer's last eleven month ends and today; 404 for a customer out of reach. */
    @Transactional(readOnly = true)
    public Months months(Caller caller, UUID customer, String currency) {
        customers.find(caller, customer);
        LocalDate today = snapshots.day(null);
        List<LocalDate> days = IntStream.iterate(MONTHS - 1, back -> back >= 0, back -> back - 1)
                .mapToObj(back -> back == 0
                        ? today
                        : today.withDayOfMonth(1).minusMonths(back - 1L).minusDays(1))
                .toList();
        return new Months(currency, months.read(customer, currency, days));
    }

    /** Currencies there are. */
    @Transactional(readOnly = true)
    public List<String> currencies(Caller caller) {
        return items.currencies(caller.reach());
    }

    private ItemList.Asked asked(Caller caller, ItemFilter filter) {
        return new ItemList.Asked(filter, snapshots.day(filter.asOf()), found(caller.reach(), filter.q()));
    }

    private @Nullable TextFilter found(Reach reach, @Nullable String q) {
        return q == null || q.isBlank()
                ? null
                : new TextFilter(q.strip(), customers.matching(reach, q.strip()).orElse(null));
    }

    /** One page of the ageing table; departments come all at once. */
    @Transactional
    public AgeingPage ageing(Caller caller, AgeingFilter filter, PageQuery query) {
        LocalDate asOf = snapshots.day(filter.asOf());
        AgeingReader.Asked asked = asked(caller, filter, asOf);
        if (filter.byDepartment()) {
            List<AgeingLine> lines = departments(caller, asked, query);
            return page(filter, asOf, new Page<>(lines, null, lines.size(), true));
        }
        return page(filter, asOf, ageing.customers(caller.reach(), asked, query));
    }

    /** All lines of the ageing table. */
    @Transactional
    public void eachAgeing(Caller caller, AgeingFilter filter, PageQuery order, Consumer<AgeingLine> line) {
        AgeingReader.Asked asked = asked(caller, filter, snapshots.day(filter.asOf()));
        if (filter.byDepartment()) {
            departments(caller, asked, order).forEach(line);
        } else {
            ageing.each(caller.reach(), asked, order, line);
        }
    }

    /** Sums of the ageing table's lines: of the customers the filter finds, or of everything within reach. */
    @Transactional
    public AgeingTotals totals(Caller caller, AgeingFilter filter) {
        AgeingReader.Asked asked = asked(caller, filter, snapshots.day(filter.asOf()));
        TextFilter found = filter.byDepartment() ? null : asked.customers();
        if (found == null) {
            return ageing.totals(caller.reach(), asked);
        }
        return found.files() == null ? AgeingTotals.INCOMPLETE : ageing.totalsOf(caller.reach(), asked);
    }

    private AgeingReader.Asked asked(Caller caller, AgeingFilter filter, LocalDate asOf) {
        TextFilter text = filter.customer() == null
                ? found(caller.reach(), filter.q())
                : new TextFilter("", List.of(filter.customer()));
        return new AgeingReader.Asked(snapshots.of(caller.reach(), asOf), filter.money(), text);
    }

    private List<AgeingLine> departments(Caller caller, AgeingReader.Asked asked, PageQuery query) {
        String sort = query.sort() == null || query.sort().isEmpty() ? "-overdue" : query.sort();
        Comparator<AgeingLine> order = switch (sort.replaceFirst("^-", "")) {
            case "name" -> Comparator.comparing(line -> line.key().name());
            case "open" -> Comparator.comparing(line -> new BigDecimal(line.open()));
            case "overdue" -> Comparator.comparing(line -> new BigDecimal(line.overdue()));
            default -> throw Refusal.of(Code.MALFORMED_REQUEST, Reason.field("sort", "unknown-column"));
        };
        return ageing.departments(caller.reach(), asked).stream()
                .sorted(sort.startsWith("-") ? order.reversed() : order)
                .toList();
    }

    private static AgeingPage page(AgeingFilter filter, LocalDate asOf, Page<AgeingLine> page) {
        return new AgeingPage(
                asOf,
                filter.money(),
                AgeingSchedule.STANDARD.labels(),
                page.items(),
                page.next(),
                page.count(),
                page.countExact());
    }
}
