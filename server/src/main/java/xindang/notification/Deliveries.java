package xindang.notification;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import xindang.notification.store.DeliveryQueue;
import xindang.platform.time.BusinessClock;

/** Notes what became of notices that were sent (登记发送结果). */
@Component
class Deliveries {

    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
    private static final int LONGEST_FAULT = 300;

    private final DeliveryQueue queue;
    private final BusinessClock clock;

    Deliveries(DeliveryQueue queue, BusinessClock clock) {
        this.queue = queue;
        this.clock = clock;
    }

    void sent(List<DeliveryQueue.Item> items) {
        items.forEach(item -> queue.sent(item.id(), clock.timestamp()));
    }

    /** Each waits for its own next attempt, or has had its last. */
    void failed(List<DeliveryQueue.Item> items, String why) {
        String fault = why.length() > LONGEST_FAULT ? why.substring(0, LONGEST_FAULT) : why;
        LOG.warn("{} notices were not sent: {}", items.size(), fault);
        for (DeliveryQueue.Item item : items) {
            if (item.attempts() >= Backoff.MESSAGE_ATTEMPTS) {
                queue.givenUp(item.id(), fault, clock.timestamp());
            } else {
                queue.failed(item.id(), fault, clock.timestamp().plus(Backoff.after(item.attempts(), item.id())));
            }
        }
    }

    /** They are not wanted any more. */
    void drop(List<DeliveryQueue.Item> items) {
        items.forEach(item -> queue.givenUp(item.id(), "no-address", clock.timestamp()));
    }
}
