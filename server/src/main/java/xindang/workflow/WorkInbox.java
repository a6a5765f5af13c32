package xindang.workflow;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import xindang.engine.workflow.FlowStep;
import xindang.platform.access.Caller;
import xindang.platform.problem.Code;
import xindang.platform.problem.Reason;
import xindang.platform.problem.Refusal;
import xindang.platform.rest.Cursors;
import xindang.platform.rest.NamedRef;
import xindang.platform.time.BusinessClock;
import xindang.workflow.store.WorkStore;

/**
 * The one list of everything that waits for a person (待办), the most urgent first: open tasks of flows, and what other capabilities have
 * for him. If one of them cannot be asked the others are shown, and the list says which one is missing.
 */
@Service
public class WorkInbox {

    /** Kind of what comes from flows. */
    public static final String FLOW = "flow";

    /** Of any other source so many are looked at. */
    private static final int MOST = 200;

    private static final String PLACE = "workflow.inbox";
    private static final Logger LOG = LoggerFactory.getLogger(WorkInbox.class);
    private static final Comparator<InboxEntry> ORDER =
            Comparator.comparing(WorkInbox::day).thenComparing(one -> one.id().toString());

    private final WorkStore store;
    private final Versions versions;
    private final List<InboxSource> sources;
    private final Cursors cursors;
    private final BusinessClock clock;

    WorkInbox(WorkStore store, Versions versions, List<InboxSource> sources, Cursors cursors, BusinessClock clock) {
        this.store = store;
        this.versions = versions;
        this.sources = List.copyOf(sources);
        this.cursors = cursors;
        this.clock = clock;
    }

    /**
     * A page of the list.
     *
     * @param next cursor of the following page; null on the last
     * @param unavailable kinds that cannot be asked for the time being
     */
    public record InboxWaiting(
            List<InboxEntry> items, @Nullable String next, List<String> unavailable) {

        /** Copies the lists. */
        public InboxWaiting {
            items = List.copyOf(items);
            unavailable = List.copyOf(unavailable);
        }
    }

    /**
     * How much waits.
     *
     * @param week later in this week
     * @param kinds how many of each kind
     * @param today business date that the counts rest on
     */
    public record InboxCounts(
            int total,
            int overdue,
            int dueToday,
            int week,
            Map<String, Integer> kinds,
            LocalDate today,
            List<String> unavailable) {

        /** Copies the list. */
        public InboxCounts {
            unavailable = List.copyOf(unavailable);
        }
    }

    /** What other capabilities have for somebody. */
    private record Others(Map<String, List<InboxEntry>> entries, List<String> unavailable) {}

    /**
     * A page.
     *
     * @param kind only this kind; null for all
     */
    public InboxWaiting page(Caller caller, @Nullable String kind, int rows, @Nullable String cursor) {
        WorkStore.Behind behind = cursor == null || cursor.isEmpty() ? null : behind(cursor);
        var found = new ArrayList<InboxEntry>();
        if (kind == null || kind.equals(FLOW)) {
            store.page(people(caller), managed(caller), behind, rows + 1).forEach(row -> found.add(entry(caller, row)));
        }
        Others others = others(caller, kind);
        others.entries().values().stream()
                .flatMap(List::stream)
                .filter(one -> behind == null || isBehind(one, behind))
                .forEach(found::add);
        found.sort(ORDER);
        String next = null;
        if (found.size() > rows) {
            InboxEntry last = found.get(rows - 1);
            next = cursors.write(PLACE, List.of(day(last).toString(), last.id().toString()));
        }
        return new InboxWaiting(found.stream().limit(rows).toList(), next, others.unavailable());
    }

    /** How much waits for the caller. */
    public InboxCounts counts(Caller caller) {
        LocalDate today = clock.today();
        LocalDate sunday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        WorkStore.Counts own = store.counts(people(caller), managed(caller), today, sunday);
        Others others = others(caller, null);
        var kinds = new LinkedHashMap<String, Integer>();
        kinds.put(FLOW, own.total());
        others.entries().forEach((kind, entries) -> kinds.put(kind, entries.size()));
        int total = kinds.values().stream().mapToInt(Integer::intValue).sum();
        return new InboxCounts(total, own.overdue(), own.today(), own.week(), kinds, today, others.unavailable());
    }

    private Others others(Caller caller, @Nullable String kind) {
        var entries = new LinkedHashMap<String, List<InboxEntry>>();
        var unavailable = new ArrayList<String>();
        for (InboxSource source : sources) {
            if (kind != null && !kind.equals(source.kind())) {
                continue;
            }
            try {
                entries.put(source.kind(), source.waiting(caller, MOST));
            } catch (RuntimeException e) {
                LOG.error("What waits of kind {} cannot be asked", source.kind(), e);
                unavailable.add(source.kind());
            }
        }
        return new Others(entries, unavailable);
    }

    private static List<UUID> people(Caller caller) {
        return Stream.concat(Stream.of(caller.id()), caller.standsInFor().stream())
                .toList();
    }

    private static List<UUID> managed(Caller caller) {
        return caller.changingByOwn(Signers.MANAGES).nodes();
    }

    private InboxEntry entry(Caller caller, WorkStore.Row row) {
        NamedRef user = row.user();
        NamedRef lender = user == null || user.id().equals(caller.id()) ? null : user;
        boolean safe = !row.part().equals("starter")
                && versions.of(row.version()).step(row.step()).orElseThrow() instanceof FlowStep.Approve step
                && step.safeForBatch();
        return new InboxEntry(
                row.id(),
                FLOW,
                row.flow(),
                row.title(),
                row.starter(),
                row.why(),
                lender,
                row.since(),
                row.due(),
                row.escalated(),
                "/inbox/" + row.id(),
                safe && user != null);
    }

    private static LocalDate day(InboxEntry one) {
        LocalDate due = one.due();
        return due == null ? WorkStore.NO_DAY : due;
    }

    private static boolean isBehind(InboxEntry one, WorkStore.Behind behind) {
        int days = day(one).compareTo(behind.due());
        return days > 0
                || (days == 0 && one.id().toString().compareTo(behind.id().toString()) > 0);
    }

    private WorkStore.Behind behind(String cursor) {
        List<String> values = cursors.read(PLACE, cursor);
        try {
            return new WorkStore.Behind(LocalDate.parse(values.get(0)), UUID.fromString(values.get(1)));
        } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw Refusal.of(Code.MALFORMED_REQUEST, Reason.field("cursor", "unknown-cursor"));
        }
    }
}
