package xindang.platform.jobs;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import xindang.platform.access.Caller;

/**
 * Events for open pages (事件推送): server-sent events to whoever reaches the node. A hint only: a page that missed one asks
 * again. Reaches the pages connected to this process.
 */
@Component
public class Events {

    /** Whoever was locked meanwhile is refused when his page connects again. */
    private static final long LONGEST_MILLIS = Duration.ofMinutes(2).toMillis();

    private final ConcurrentMap<SseEmitter, Listener> listeners = new ConcurrentHashMap<>();

    private record Listener(Caller caller, Locale language) {}

    /** Connects a page; browsers connect again when the connection ends. */
    public SseEmitter connect(Caller caller, Locale language) {
        var emitter = new SseEmitter(LONGEST_MILLIS);
        listeners.put(emitter, new Listener(caller, language));
        emitter.onCompletion(() -> listeners.remove(emitter));
        emitter.onTimeout(emitter::complete);
        emitter.onError(_ -> listeners.remove(emitter));
        send(emitter, SseEmitter.event().comment("connected"));
        return emitter;
    }

    /** Sends to all who reach a node, to each in the language of the page. */
    public void send(UUID node, String name, Function<Locale, ?> data) {
        listeners.forEach((emitter, listener) -> {
            if (listener.caller().reaches(node)) {
                send(emitter, SseEmitter.event().name(name).data(data.apply(listener.language())));
            }
        });
    }

    /** Sends to the pages of some people. */
    public void sendTo(Set<UUID> users, String name, Object data) {
        listeners.forEach((emitter, listener) -> {
            if (users.contains(listener.caller().id())) {
                send(emitter, SseEmitter.event().name(name).data(data));
            }
        });
    }

    /** Keeps proxies from closing quiet connections, and finds those that are gone. */
    @Scheduled(fixedDelayString = "PT20S", initialDelayString = "PT20S")
    void keepAlive() {
        listeners.keySet().forEach(emitter -> send(emitter, SseEmitter.event().comment("alive")));
    }

    /** Lets the server stop at once instead of waiting for pages that stay open. */
    @EventListener
    void stop(ContextClosedEvent closed) {
        listeners.keySet().forEach(SseEmitter::complete);
    }

    private void send(SseEmitter emitter, SseEmitter.SseEventBuilder event) {
        try {
            emitter.send(event);
        } catch (IOException | IllegalStateException gone) {
            listeners.remove(emitter);
        }
    }
}
