package xindang.notification;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import xindang.notification.store.DeliveryQueue;
import xindang.platform.time.BusinessClock;

/**
 * Hands notices to bots of messengers (群机器人发送): all that is due to one in one message, and not too often, as they take some twenty
 * messages a minute.
 */
@Service
public class BotSending {

    private static final int AT_ONCE = 20;
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofSeconds(4);

    private final DeliveryQueue queue;
    private final Deliveries deliveries;
    private final Sealing sealing;
    private final NoticeLetters letters;
    private final SafePost post;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;

    BotSending(
            DeliveryQueue queue,
            Deliveries deliveries,
            Sealing sealing,
            NoticeLetters letters,
            SafePost post,
            BusinessClock clock,
            @Qualifier("engineTransactions") PlatformTransactionManager transactions) {
        this.queue = queue;
        this.deliveries = deliveries;
        this.sealing = sealing;
        this.letters = letters;
        this.post = post;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Sends to every bot that something is due to, once; how many messages that were. */
    public int run() {
        int sent = 0;
        for (Optional<DeliveryQueue.Post> next = claim(); next.isPresent(); next = claim()) {
            send(next.get());
            sent++;
        }
        return sent;
    }

    private Optional<DeliveryQueue.Post> claim() {
        OffsetDateTime now = clock.timestamp();
        Optional<DeliveryQueue.Post> taken =
                transaction.execute(_ -> queue.post(AT_ONCE, now, now.plus(LEASE), now.plus(PAUSE)));
        return taken == null ? Optional.empty() : taken;
    }

    private void send(DeliveryQueue.Post message) {
        if (message.items().isEmpty()) {
            return;
        }
        String fault = attempt(message);
        if (fault == null) {
            deliveries.sent(message.items());
        } else {
            deliveries.failed(message.items(), fault);
        }
    }

    /** Why it failed; null if it did not. Addresses hold keys, so nothing of them is told. */
    private @Nullable String attempt(DeliveryQueue.Post message) {
        Instant now = clock.now();
        String address = sealing.open(message.channel(), message.address());
        String secret = message.secret() == null ? null : sealing.open(message.channel(), message.secret());
        String text = letters.message(message.items(), Locale.of(message.language()));
        try {
            URI target = AddressGuard.written(message.kind().address(address, secret, now));
            SafePost.Reply reply = post.post(target, Map.of(), message.kind().message(text, secret, now));
            return reply.isGood() ? message.kind().fault(reply.body()) : "status " + reply.status();
        } catch (AddressGuard.Forbidden forbidden) {
            return forbidden.code();
        } catch (IOException gone) {
            return String.valueOf(gone.getMessage());
        }
    }
}
