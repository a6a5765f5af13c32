package xindang.creditline;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import xindang.creditline.store.LimitStore;

/** Keeps the limits customers are given (额度登记), within the transaction of whoever decided. */
@Service
@Transactional(transactionManager = "engineTransactions", propagation = Propagation.MANDATORY)
public class LimitBook {

    private final LimitStore store;

    LimitBook(LimitStore store) {
        this.store = store;
    }

    /** Records limits; one that says the same as the customer's last in that currency is not written again. */
    public void record(UUID company, LocalDate from, List<GivenLimit> limits) {
        store.add(company, from, limits);
    }

    /** Removes the limits of customers that are removed themselves. */
    public void forget(List<UUID> files) {
        store.remove(files);
    }
}
