package xindang.notification.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import xindang.notification.EventKinds;
import xindang.notification.Subscription;
import xindang.notification.Subscriptions;
import xindang.notification.WebhookLine;
import xindang.notification.store.SubscriptionStore;
import xindang.platform.access.Caller;
import xindang.platform.access.Right;
import xindang.platform.access.Scope;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;
import xindang.platform.rest.SecretAnswers;
import xindang.platform.rest.Version;

/** Other systems that are told of events (事件订阅). */
@RestController
@RequestMapping("/api/v1/notification/subscriptions")
class SubscriptionsController {

    private final Subscriptions subscriptions;

    SubscriptionsController(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    record NewSubscription(
            @NotNull UUID node,
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(min = 8, max = 500) String address,

            @NotEmpty @Size(max = 50) List<@NotNull @Size(max = 100) String> kinds) {

        SubscriptionStore.Draft draft() {
            return new SubscriptionStore.Draft(node, name.strip(), address.strip(), kinds, true);
        }
    }

    record ChangedSubscription(
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(min = 8, max = 500) String address,

            @NotEmpty @Size(max = 50) List<@NotNull @Size(max = 100) String> kinds,

            boolean active) {

        SubscriptionStore.Draft draft(UUID node) {
            return new SubscriptionStore.Draft(node, name.strip(), address.strip(), kinds, active);
        }
    }

    /**
     * A subscription with a new secret (新密钥).
     *
     * @param secret shown now and never again
     */
    record MadeSubscription(Subscription line, String secret) {}

    /**
     * From when events are sent once more (重发起点).
     *
     * @param since instant
     */
    record Replay(@NotNull OffsetDateTime since) {}

    /**
     * How many events are sent once more (重发条数).
     *
     * @param events those whose sending begins anew
     */
    record Replayed(int events) {}

    /** Kinds of events (事件种类). */
    record EventKindList(List<String> items) {}

    @GetMapping
    @Right(value = Subscriptions.MANAGES, scope = Scope.NODES)
    Page<Subscription> page(@Valid PageQuery page, Caller caller) {
        return subscriptions.page(caller, page);
    }

    @GetMapping("/kinds")
    @Right(value = Subscriptions.MANAGES, scope = Scope.INSTALLATION)
    EventKindList kinds() {
        return new EventKindList(EventKinds.ALL);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Right(value = Subscriptions.MANAGES, scope = Scope.NODES)
    MadeSubscription make(@Valid @RequestBody NewSubscription wanted, Caller caller, HttpServletRequest request) {
        SecretAnswers.holds(request);
        return made(subscriptions.make(caller, wanted.draft()));
    }

    private static MadeSubscription made(Subscriptions.Made made) {
        return new MadeSubscription(made.subscription(), made.secret());
    }

    @PutMapping("/{id}")
    @Right(value = Subscriptions.MANAGES, scope = Scope.NODES)
    ResponseEntity<Subscription> change(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody ChangedSubscription wanted,
            Caller caller) {
        int version = Version.required(ifMatch);
        UUID node = subscriptions.find(caller, id).node().id();
        Subscription changed = subscriptions.change(caller, id, version, wanted.draft(node));
        return ResponseEntity.ok().eTag(Version.etag(changed.version())).body(changed);
    }

    @PostMapping("/{id}/secret")
    @Right(value = Subscriptions.MANAGES, scope = Scope.NODES)
    MadeSubscription rotate(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Caller caller,
            HttpServletRequest request) {
        SecretAnswers.holds(request);
        return made(subscriptions.rotate(caller, id, Version.required(ifMatch)));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Right(value = Subscriptions.MANAGES, scope = Scope.NODES)
    void remove(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Caller caller) {
        subscriptions.remove(caller, id, Version.required(ifMatch));
    }

    @GetMapping("/{id}/messages")
    @Right(value = Subscriptions.MANAGES, scope = Scope.NODES)
    Page<WebhookLine> messages(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable @Pattern(regexp = "waiting|sending|delivered|dead") String state,
            @Valid PageQuery page,
            Caller caller) {
        return subscriptions.messages(caller, id, state, page);
    }

    @PostMapping("/{id}/replay")
    @Right(value = Subscriptions.MANAGES, scope = Scope.NODES)
    Replayed replay(@PathVariable UUID id, @Valid @RequestBody Replay replay, Caller caller) {
        return new Replayed(subscriptions.replay(caller, id, replay.since()));
    }

    @PostMapping("/{id}/test")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Right(value = Subscriptions.MANAGES, scope = Scope.NODES)
    void test(@PathVariable UUID id, Caller caller) {
        subscriptions.test(caller, id);
    }
}
