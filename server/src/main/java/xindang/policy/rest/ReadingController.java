package xindang.policy.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import xindang.platform.access.Caller;
import xindang.platform.access.Right;
import xindang.platform.access.Scope;
import xindang.platform.rest.Version;
import xindang.policy.Reading;
import xindang.policy.Readings;

/** Reading and acknowledging the regime (制度阅读确认). */
@RestController
@RequestMapping("/api/v1/policy/readings")
class ReadingController {

    private final Readings readings;

    ReadingController(Readings readings) {
        this.readings = readings;
    }

    /** Who reads. */
    record ReadingRule(
            @NotNull @NotEmpty @Size(max = 40) List<@NotNull @Pattern(regexp = "[a-z-]{1,40}") String> roles,
            @NotNull @Min(1) @Max(365) Integer withinDays) {}

    /** What somebody has yet to read. */
    record ReadingList(List<Reading.Due> items) {}

    @GetMapping("/own")
    @Right(value = Right.SIGNED_IN, scope = Scope.OWN)
    ReadingList own(Caller caller) {
        return new ReadingList(readings.own(caller));
    }

    @PostMapping("/{draft}/acknowledgement")
    @Right(value = Right.SIGNED_IN, scope = Scope.OWN)
    ResponseEntity<Void> acknowledge(@PathVariable UUID draft, Caller caller) {
        readings.acknowledge(caller, draft);
        return ResponseEntity.noContent().build();
    }

    @GetMapping
    @Right(value = "policy.draft", scope = Scope.NODES)
    ResponseEntity<Reading.Progress> state(@RequestParam UUID node, Caller caller) {
        return answer(readings.state(caller, node));
    }

    @PutMapping
    @Right(value = "policy.draft", scope = Scope.NODES)
    ResponseEntity<Reading.Progress> ask(
            @RequestParam UUID node,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody ReadingRule rule,
            Caller caller) {
        return answer(readings.ask(
                caller, node, new Reading.Rule(rule.roles(), rule.withinDays(), Version.required(ifMatch))));
    }

    private static ResponseEntity<Reading.Progress> answer(Reading.Progress state) {
        return ResponseEntity.ok().eTag(Version.etag(state.rule().version())).body(state);
    }
}
