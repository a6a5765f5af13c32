package xindang.notification.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
import xindang.notification.Bot;
import xindang.notification.BotKind;
import xindang.notification.Bots;
import xindang.notification.DeliveryLine;
import xindang.notification.Subscriptions;
import xindang.notification.Topic;
import xindang.platform.access.Caller;
import xindang.platform.access.Right;
import xindang.platform.access.Scope;
import xindang.platform.rest.NamedRef;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;
import xindang.platform.rest.Version;

/** Bots of messengers (群机器人). */
@RestController
@RequestMapping("/api/v1/notification/bots")
class BotsController {

    private static final String TOPIC = "task|deadline|warning|decision|system";

    private final Bots bots;

    BotsController(Bots bots) {
        this.bots = bots;
    }

    /**
     * A bot without its address and secret (群机器人).
     *
     * @param signs whether it has a secret for signatures
     */
    record BotLine(
            UUID id,
            NamedRef node,
            String kind,
            String name,
            String language,
            List<String> topics,
            String host,
            boolean signs,
            boolean active,
            int version) {

        static BotLine of(Bot bot) {
            return new BotLine(
                    bot.id(),
                    bot.node(),
                    bot.kind().code(),
                    bot.name(),
                    bot.language(),
                    bot.topics().stream().map(Topic::code).sorted().toList(),
                    bot.host(),
                    bot.signs(),
                    bot.active(),
                    bot.version());
        }
    }

    record NewBot(
            @NotNull UUID node,

            @NotNull @Pattern(regexp = "wecom|dingtalk|feishu")
            String kind,

            @NotBlank @Size(max = 100) String name,
            @NotNull @Pattern(regexp = "zh|en") String language,

            @NotEmpty @Size(max = 5) Set<@NotNull @Pattern(regexp = TOPIC) String> topics,

            @NotBlank @Size(min = 8, max = 500) String address,
            @Nullable @Size(max = 200) String secret) {

        @Override
        public String toString() {
            return "NewBot";
        }

        Bots.Draft draft() {
            return new Bots.Draft(
                    node,
                    BotKind.of(kind),
                    name.strip(),
                    language,
                    chosen(topics),
                    address.strip(),
                    secret == null || secret.isBlank() ? null : secret.strip());
        }
    }

    record ChangedBot(
            @NotBlank @Size(max = 100) String name,
            @NotNull @Pattern(regexp = "zh|en") String language,

            @NotEmpty @Size(max = 5) Set<@NotNull @Pattern(regexp = TOPIC) String> topics,

            boolean active) {}

    private static Set<Topic> chosen(Set<String> codes) {
        return codes.stream().map(Topic::of).collect(Collectors.toUnmodifiableSet());
    }

    @GetMapping
    @Right(value = Subscriptions.MANAGES, scope = Scope.NODES)
    Page<BotLine> page(@Valid PageQuery page, Caller caller) {
        return bots.page(caller, page).map(BotLine::of);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Right(value = Subscriptions.MANAGES, scope = Scope.NODES)
    BotLine add(@Valid @RequestBody NewBot bot, Caller caller) {
        return BotLine.of(bots.add(caller, bot.draft()));
    }

    @PutMapping("/{id}")
    @Right(value = Subscriptions.MANAGES, scope = Scope.NODES)
    ResponseEntity<BotLine> change(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody ChangedBot bot,
            Caller caller) {
        Bot changed = bots.change(
                caller,
                id,
                Version.required(ifMatch),
                bot.name().strip(),
                bot.language(),
                chosen(bot.topics()),
                bot.active());
        return ResponseEntity.ok().eTag(Version.etag(changed.version())).body(BotLine.of(changed));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Right(value = Subscriptions.MANAGES, scope = Scope.NODES)
    void remove(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Caller caller) {
        bots.remove(caller, id, Version.required(ifMatch));
    }

    @GetMapping("/{id}/deliveries")
    @Right(value = Subscriptions.MANAGES, scope = Scope.NODES)
    Page<DeliveryLine> deliveries(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable @Pattern(regexp = "waiting|sending|sent|failed") String state,
            @Valid PageQuery page,
            Caller caller) {
        return bots.deliveries(caller, id, state, page);
    }
}
