package xindang.notification;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks every two seconds whether somebody is to be told something (通知周期). Every process looks; rows decide which one sends. */
@Component
class NotificationSchedule {

    private static final Logger LOG = LoggerFactory.getLogger(NotificationSchedule.class);

    private final AtomicBoolean spreads = new AtomicBoolean();
    private final AtomicBoolean posts = new AtomicBoolean();
    private final AtomicBoolean sends = new AtomicBoolean();
    private final Spreading spreading;
    private final WebhookSending webhooks;
    private final BotSending bots;
    private final MailSending mails;

    NotificationSchedule(Spreading spreading, WebhookSending webhooks, BotSending bots, MailSending mails) {
        this.spreading = spreading;
        this.webhooks = webhooks;
        this.bots = bots;
        this.mails = mails;
    }

    @Scheduled(cron = "${xindang.schedule.notification}")
    void spread() {
        attempt(spreads, List.of(spreading::run));
    }

    /** Apart from the first, for an outside system may take its time. */
    @Scheduled(cron = "${xindang.schedule.notification}")
    void post() {
        attempt(posts, List.of(webhooks::run));
    }

    /** Apart from both. */
    @Scheduled(cron = "${xindang.schedule.notification}")
    void send() {
        attempt(sends, List.of(bots::run, mails::run));
    }

    /** Not while the look before is still at it. */
    private static void attempt(AtomicBoolean busy, List<Runnable> works) {
        if (!busy.compareAndSet(false, true)) {
            return;
        }
        try {
            attempt(works);
        } finally {
            busy.set(false);
        }
    }

    private static void attempt(List<Runnable> works) {
        for (Runnable work : works) {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.error("Notices cannot be handed on for the time being", e);
            }
        }
    }
}
