package xindang.policy.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
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
import xindang.platform.problem.Code;
import xindang.platform.problem.Refusal;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;
import xindang.platform.rest.Version;
import xindang.policy.NumberBook;
import xindang.policy.NumberKind;
import xindang.policy.NumberLine;
import xindang.policy.NumberRule;
import xindang.policy.NumberRules;
import xindang.policy.PastPattern;
import xindang.policy.SeriesLine;
import xindang.policy.SeriesProof;

/** Number series and their rules (编号序列与规则). */
@RestController
@RequestMapping("/api/v1/policy")
class NumbersController {

    private final NumberRules rules;
    private final NumberBook book;

    NumbersController(NumberRules rules, NumberBook book) {
        this.rules = rules;
        this.book = book;
    }

    record SeriesFilter(
            @Nullable UUID node,
            @Nullable @Pattern(regexp = "[a-z-]{1,40}") String kind,
            @Nullable @Min(1990) @Max(2999) Integer year) {}

    record NumberRuleList(List<NumberRule> items) {}

    record PastPatternList(List<PastPattern> items) {}

    record FoundNumbers(List<NumberLine> items) {}

    record NodeCode(UUID node, String code) {}

    record NodeCodeList(List<NodeCode> items) {}

    record NewNodeCode(
            @NotNull @Pattern(regexp = "[A-Za-z0-9_-]{1,32}")
            String code) {}

    record TriedPattern(
            @NotNull UUID node,
            @NotBlank @Size(max = 80) String pattern,

            @NotNull @Pattern(regexp = "department|company") String per) {}

    record NextNumbers(List<String> items) {}

    record NewPattern(
            @NotNull UUID node,
            @NotBlank @Size(max = 80) String pattern,

            @NotNull @Pattern(regexp = "department|company") String per,

            @NotBlank @Size(max = 500) String reason) {}

    record VoidReason(@NotBlank @Size(max = 500) String reason) {}

    @GetMapping("/number-rules")
    @Right(value = "policy.read", scope = Scope.NODES)
    NumberRuleList rules(@RequestParam(required = false) @Nullable UUID node, Caller caller) {
        return new NumberRuleList(rules.all(caller, node == null ? caller.node() : node));
    }

    @GetMapping("/number-rules/{kind}/history")
    @Right(value = "policy.read", scope = Scope.NODES)
    PastPatternList past(@PathVariable String kind, @RequestParam UUID node, Caller caller) {
        return new PastPatternList(rules.past(caller, node, kind(kind)));
    }

    @PostMapping("/number-rules/{kind}/preview")
    @Right(value = NumberRules.MANAGES, scope = Scope.NODES)
    NextNumbers preview(@PathVariable String kind, @Valid @RequestBody TriedPattern tried, Caller caller) {
        return new NextNumbers(rules.preview(
                caller, kind(kind), tried.node(), tried.pattern(), tried.per().equals("department")));
    }

    @PutMapping("/number-rules/{kind}")
    @Right(value = NumberRules.MANAGES, scope = Scope.NODES)
    ResponseEntity<NumberRule> set(
            @PathVariable String kind,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody NewPattern wanted,
            Caller caller) {
        var rule = new NumberRules.NewRule(
                wanted.pattern(),
                wanted.per().equals("department"),
                wanted.reason().strip());
        NumberRule now = rules.set(caller, kind(kind), wanted.node(), Version.required(ifMatch), rule);
        return ResponseEntity.ok().eTag(Version.etag(now.version())).body(now);
    }

    @GetMapping("/number-codes")
    @Right(value = "policy.read", scope = Scope.NODES)
    NodeCodeList codes(Caller caller) {
        return new NodeCodeList(rules.codes(caller).entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(one -> new NodeCode(one.getKey(), one.getValue()))
                .toList());
    }

    @PutMapping("/number-codes/{node}")
    @Right(value = NumberRules.MANAGES, scope = Scope.NODES)
    NodeCode giveCode(@PathVariable UUID node, @Valid @RequestBody NewNodeCode given, Caller caller) {
        rules.giveCode(caller, node, given.code());
        return new NodeCode(node, given.code());
    }

    @GetMapping("/series")
    @Right(value = "policy.read", scope = Scope.NODES)
    Page<SeriesLine> series(@Valid SeriesFilter filter, @Valid PageQuery page, Caller caller) {
        return book.series(caller, filter.node(), filter.kind(), filter.year(), page);
    }

    @GetMapping("/series/{id}/proof")
    @Right(value = "policy.read", scope = Scope.NODES)
    SeriesProof proof(@PathVariable UUID id, Caller caller) {
        return book.proof(caller, id);
    }

    @GetMapping("/series/{id}/numbers")
    @Right(value = "policy.read", scope = Scope.NODES)
    Page<NumberLine> numbers(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable @Pattern(regexp = "given|replaced|void") String state,
            @Valid PageQuery page,
            Caller caller) {
        return book.numbers(caller, id, state, page);
    }

    @GetMapping("/numbers")
    @Right(value = "policy.read", scope = Scope.NODES)
    FoundNumbers find(@RequestParam @Size(min = 1, max = 120) String number, Caller caller) {
        return new FoundNumbers(book.find(caller, number));
    }

    @PostMapping("/numbers/{id}/void")
    @Right(value = NumberRules.MANAGES, scope = Scope.NODES)
    NumberLine declareVoid(@PathVariable UUID id, @Valid @RequestBody VoidReason why, Caller caller) {
        return book.declareVoid(caller, id, why.reason().strip());
    }

    private static NumberKind kind(String code) {
        return NumberKind.named(code).orElseThrow(() -> Refusal.of(Code.NOT_FOUND));
    }
}
