package xindang.notification;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import xindang.notification.store.NoticeStore;
import xindang.platform.time.BusinessClock;

/** Tells people (发通知): within the transaction of what happened, so that nobody hears of what was rolled back (docs/adr/0107). */
@Service
public class Notices {

    private final NoticeStore store;
    private final BusinessClock clock;

    Notices(NoticeStore store, BusinessClock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Tells within a command's transaction; readers are found and reached after it has committed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Notice notice) {
        store.insert(notice, NoticeTexts.topic(notice.kind()), clock.today(), clock.timestamp());
    }

    /** The same for a job, within a transaction of {@code engineTransactions}. */
    @Transactional(transactionManager = "engineTransactions", propagation = Propagation.MANDATORY)
    public void tellByJob(Notice notice) {
        store.insertByJob(notice, NoticeTexts.topic(notice.kind()), clock.today(), clock.timestamp());
    }
}
