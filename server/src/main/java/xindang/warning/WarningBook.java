package xindang.warning;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import xindang.warning.store.WarningStore;

/** Keeps the warnings of customers (预警登记), within the transaction of whoever decided. */
@Service
@Transactional(transactionManager = "engineTransactions", propagation = Propagation.MANDATORY)
public class WarningBook {

    private final WarningStore store;

    WarningBook(WarningStore store) {
        this.store = store;
    }

    /**
     * Replaces the open warnings of customers: what is raised no more, or at another level, is closed; what stays keeps its first
     * day and takes over the newer facts.
     *
     * @param assessed customers that were looked at
     * @param raised their warnings
     */
    public void replace(UUID company, LocalDate asOf, List<UUID> assessed, List<RaisedWarning> raised) {
        store.replace(company, asOf, assessed, raised);
    }

    /** Closes the open warnings of customers that are not assessed any more. */
    public void close(LocalDate asOf, List<UUID> files) {
        store.close(asOf, files);
    }

    /** Removes the warnings of customers that are removed themselves. */
    public void forget(List<UUID> files) {
        store.remove(files);
    }
}
