package xindang.evaluation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import xindang.evaluation.store.RatingStore;

/** Keeps the grades customers are given (评级登记), within the transaction of whoever decided. */
@Service
@Transactional(transactionManager = "engineTransactions", propagation = Propagation.MANDATORY)
public class RatingBook {

    private final RatingStore store;

    RatingBook(RatingStore store) {
        this.store = store;
    }

    /** Records grades; one that says the same as the customer's last is not written again. */
    public void record(UUID company, LocalDate asOf, List<GivenRating> ratings) {
        store.add(company, asOf, ratings);
    }

    /** Removes the grades of customers that are removed themselves. */
    public void forget(List<UUID> files) {
        store.remove(files);
    }
}
