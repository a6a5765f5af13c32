package xindang.receivable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xindang.platform.access.Reach;
import xindang.platform.problem.Code;
import xindang.platform.problem.Reason;
import xindang.platform.problem.Refusal;
import xindang.platform.time.BusinessClock;
import xindang.receivable.store.LedgerStore;
import xindang.receivable.store.SnapshotStore;

/** Ageing of companies at the end of a day (账龄快照), made when first asked for and kept until the ledger changes. */
@Service
public class Snapshots {

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);

    /** Days kept per company. */
    private static final int KEPT = 12;

    private final SnapshotStore store;
    private final LedgerStore ledgers;
    private final BusinessClock clock;

    Snapshots(SnapshotStore store, LedgerStore ledgers, BusinessClock clock) {
        this.store = store;
        this.ledgers = ledgers;
        this.clock = clock;
    }

    /**
     * The day asked for, today if none.
     *
     * @throws Refusal 422 for a day to come, or before 1900, where no ledger begins
     */
    public LocalDate day(@org.jspecify.annotations.Nullable LocalDate asOf) {
        LocalDate today = clock.today();
        if (asOf != null && asOf.isAfter(today)) {
            throw Refusal.of(ReceivableProblem.FUTURE_DATE, Reason.field("asOf", "future"));
        }
        if (asOf != null && asOf.isBefore(FIRST)) {
            throw Refusal.of(Code.INVALID_FIELDS, Reason.field("asOf", "too-early"));
        }
        return asOf == null ? today : asOf;
    }

    /** The snapshots of the companies within reach, made where they are missing. */
    @Transactional
    public List<UUID> of(Reach reach, LocalDate asOf) {
        var snapshots = new ArrayList<UUID>();
        for (UUID company : reach.companies()) {
            snapshots.add(of(company, asOf));
        }
        return snapshots;
    }

    private UUID of(UUID company, LocalDate asOf) {
        return store.find(company, asOf, ledgers.version(company)).orElseGet(() -> {
            store.await(company, asOf);
            long version = ledgers.hold(company);
            return store.find(company, asOf, version).orElseGet(() -> store.make(company, asOf, version));
        });
    }

    /** Removes what is no longer asked for. */
    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT2M")
    @Transactional("engineTransactions")
    public void sweep() {
        store.sweep(KEPT);
    }
}
