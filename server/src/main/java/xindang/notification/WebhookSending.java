package xindang.notification;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import xindang.notification.store.WebhookQueue;
import xindang.platform.time.BusinessClock;

/**
 * Sends events to subscribers (事件推送): signed, those of one object in their order, again after a while where it fails, at most
 * {@link Backoff#WEBHOOK_ATTEMPTS} times. A message whose sender died is sent again, so a receiver may get it twice and knows it by its id.
 */
@Service
public class WebhookSending {

    private static final int AT_ONCE = 20;

    /** Longer than any attempts at {@link #AT_ONCE} messages take. */
    private static final Duration LEASE = Duration.ofMinutes(10);

    private static final int LONGEST_FAULT = 300;

    private final WebhookQueue queue;
    private final Sealing sealing;
    private final SafePost post;
    private final JsonMapper json;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;

    WebhookSending(
            WebhookQueue queue,
            Sealing sealing,
            SafePost post,
            JsonMapper json,
            BusinessClock clock,
            @Qualifier("engineTransactions") PlatformTransactionManager transactions) {
        this.queue = queue;
        this.sealing = sealing;
        this.post = post;
        this.json = json;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Sends all that is due; how many attempts that were. */
    public int run() {
        int sent = 0;
        for (List<WebhookQueue.Message> taken = claim(); !taken.isEmpty(); taken = claim()) {
            sendAll(taken);
            sent += taken.size();
        }
        return sent;
    }

    /** Side by side, so that one receiver in trouble does not keep the others waiting one after the other. */
    private void sendAll(List<WebhookQueue.Message> taken) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            taken.forEach(message -> threads.execute(() -> send(message)));
        }
    }

    /** Takes some messages, which are this process's until the lease ends. */
    List<WebhookQueue.Message> claim() {
        OffsetDateTime now = clock.timestamp();
        List<WebhookQueue.Message> taken = transaction.execute(_ -> queue.claim(AT_ONCE, now, now.plus(LEASE)));
        return taken == null ? List.of() : taken;
    }

    private void send(WebhookQueue.Message message) {
        try {
            SafePost.Reply reply = post(message);
            if (reply.isGood()) {
                queue.delivered(message.id(), reply.status(), clock.timestamp());
            } else {
                failed(message, reply.status(), "status " + reply.status());
            }
        } catch (AddressGuard.Forbidden forbidden) {
            failed(message, null, forbidden.code());
        } catch (IOException gone) {
            failed(message, null, String.valueOf(gone.getMessage()));
        }
    }

    private SafePost.Reply post(WebhookQueue.Message message) throws AddressGuard.Forbidden, IOException {
        Instant now = clock.now();
        String body = body(message.content());
        var headers = new LinkedHashMap<String, String>();
        headers.put("Xindang-Event", message.content().kind());
        headers.put("Xindang-Delivery", message.id().toString());
        headers.put("Xindang-Timestamp", String.valueOf(now.getEpochSecond()));
        headers.put("Xindang-Signature", Signatures.ofWebhook(secrets(message, now), now, body));
        URI address = AddressGuard.written(message.address());
        return post.post(address, headers, body);
    }

    private List<String> secrets(WebhookQueue.Message message, Instant now) {
        var secrets = new ArrayList<String>();
        secrets.add(sealing.open(message.subscription(), message.secret()));
        if (message.oldSecret() != null
                && message.oldUntil() != null
                && now.isBefore(message.oldUntil().toInstant())) {
            secrets.add(sealing.open(message.subscription(), message.oldSecret()));
        }
        return secrets;
    }

    private String body(WebhookQueue.Content event) {
        var body = new LinkedHashMap<String, Object>();
        body.put("id", event.id());
        body.put("kind", event.kind());
        body.put("at", event.at().toInstant().toString());
        body.put("businessDate", event.businessDate().toString());
        body.put("node", event.node());
        body.put("aggregate", Map.of("kind", event.aggregateKind(), "id", event.aggregate()));
        body.put("sequence", event.sequence());
        body.put("facts", new TreeMap<>(event.facts()));
        return json.writeValueAsString(body);
    }

    private void failed(WebhookQueue.Message message, @Nullable Integer status, String why) {
        String fault = why.length() > LONGEST_FAULT ? why.substring(0, LONGEST_FAULT) : why;
        if (message.attempts() >= Backoff.WEBHOOK_ATTEMPTS) {
            queue.dead(message.id(), status, fault, clock.timestamp());
        } else {
            queue.failed(
                    message.id(),
                    status,
                    fault,
                    clock.timestamp().plus(Backoff.after(message.attempts(), message.id())));
        }
    }
}
