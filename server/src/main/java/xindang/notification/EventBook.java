package xindang.notification;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import xindang.notification.store.EventStore;
import xindang.platform.time.BusinessClock;

/** Writes down what happened for other systems (登记对外事件), within the transaction in which it happened (docs/adr/0108). */
@Service
public class EventBook {

    private final EventStore store;
    private final BusinessClock clock;

    EventBook(EventStore store, BusinessClock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Enters an event within a command's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void enter(OutgoingEvent event) {
        store.insert(required(event), clock.today(), clock.timestamp());
    }

    /** The same for a job, within a transaction of {@code engineTransactions}. */
    @Transactional(transactionManager = "engineTransactions", propagation = Propagation.MANDATORY)
    public void enterByJob(OutgoingEvent event) {
        store.insertByJob(required(event), clock.today(), clock.timestamp());
    }

    private static OutgoingEvent required(OutgoingEvent event) {
        if (!EventKinds.ALL.contains(event.kind())) {
            throw new IllegalArgumentException("no kind of event: " + event.kind());
        }
        return event;
    }
}
