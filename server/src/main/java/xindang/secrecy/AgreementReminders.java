package xindang.secrecy;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import xindang.notification.Audience;
import xindang.notification.Notice;
import xindang.notification.Notices;
import xindang.platform.database.Wall;
import xindang.platform.time.BusinessClock;
import xindang.secrecy.store.AgreementStore;
import xindang.secrecy.store.SettingStore;

/** Reminds people that their acknowledgement of the agreement runs out (保密协议续签提醒), two weeks before and once for each end. */
@Service
public class AgreementReminders {

    private static final Period AHEAD = Period.ofDays(14);

    private final AgreementStore store;
    private final SettingStore settings;
    private final Notices notices;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;

    AgreementReminders(
            AgreementStore store,
            SettingStore settings,
            Notices notices,
            BusinessClock clock,
            @Qualifier("transactionManager") PlatformTransactionManager transactions) {
        this.store = store;
        this.settings = settings;
        this.notices = notices;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Looks once an hour; who was reminded is not reminded again. */
    @Scheduled(cron = "${xindang.schedule.agreement}")
    public void look() {
        OffsetDateTime now = clock.timestamp();
        List<AgreementStore.Ending> ending = store.ending(now, now.plus(AHEAD));
        if (!ending.isEmpty()) {
            UUID root = settings.root();
            Wall.runWithin(root, () -> transaction.executeWithoutResult(_ -> remind(root, ending)));
        }
    }

    private void remind(UUID root, List<AgreementStore.Ending> all) {
        for (AgreementStore.Ending ending : all) {
            LocalDate until = LocalDate.ofInstant(ending.endsAt().toInstant(), BusinessClock.ZONE);
            notices.tell(Notice.of(
                            root,
                            "secrecy.agreement-due",
                            Audience.person(ending.user()),
                            new Notice.About("user", ending.user(), "/agreement"))
                    .with(Map.of("until", until.toString()))
                    .once(ending.user() + " " + until));
        }
    }
}
