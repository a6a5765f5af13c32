package xindang.receivable;

import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import xindang.customerfile.DepartmentChanged;
import xindang.receivable.store.LedgerStore;

/**
 * States of the companies' ledgers (账簿版本): whoever changes items, settlements or the department of a customer says so here,
 * within the transaction of the change, so that figures made of the earlier state are not shown as those of the present one.
 */
@Service
public class Ledgers {

    private final LedgerStore store;

    Ledgers(LedgerStore store) {
        this.store = store;
    }

    /** The items of a company changed, in a request's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void changed(UUID company) {
        store.raise(company);
    }

    /** The same in a job's transaction. */
    @Transactional(transactionManager = "engineTransactions", propagation = Propagation.MANDATORY)
    public void changedByJob(UUID company) {
        store.raiseByJob(company);
    }

    /** A customer went to another department: the sums per department are others. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(DepartmentChanged change) {
        store.raise(change.company());
    }
}
