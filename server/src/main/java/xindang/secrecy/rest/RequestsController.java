package xindang.secrecy.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import xindang.platform.access.Caller;
import xindang.platform.access.Right;
import xindang.platform.access.Scope;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;
import xindang.platform.rest.Version;
import xindang.secrecy.AccessRequests;
import xindang.secrecy.RequestLine;

/** Requests to read files above one's clearance (查阅申请). */
@RestController
@RequestMapping("/api/v1/secrecy/requests")
class RequestsController {

    private final AccessRequests requests;

    RequestsController(AccessRequests requests) {
        this.requests = requests;
    }

    record NewRequest(
            @NotNull UUID file,
            @NotBlank @Size(max = 500) String purpose,
            @NotNull @Min(1) @Max(90) Integer days) {}

    /**
     * A decision.
     *
     * @param exception why the requester himself decides, where the house allows that
     */
    record RequestDecision(
            @NotNull @Pattern(regexp = "granted|refused") String decision,

            @NotBlank @Size(max = 500) String reason,
            @Nullable @Size(max = 500) String exception) {}

    @GetMapping
    @Right(value = "customerfile.read", scope = Scope.NODES)
    Page<RequestLine> list(
            @Valid PageQuery page,
            @RequestParam(required = false) @Nullable @Pattern(regexp = "asked|granted|refused|withdrawn|ended|")
                    String state,
            Caller caller) {
        return requests.page(caller, state, page);
    }

    @PostMapping
    @Right(value = "customerfile.read", scope = Scope.NODES)
    ResponseEntity<RequestLine> ask(@Valid @RequestBody NewRequest request, Caller caller) {
        RequestLine asked =
                requests.ask(caller, request.file(), request.purpose().strip(), request.days());
        return ResponseEntity.status(HttpStatus.CREATED)
                .eTag(Version.etag(asked.version()))
                .body(asked);
    }

    @PostMapping("/{id}/decision")
    @Right(value = "secrecy.decide", scope = Scope.NODES)
    ResponseEntity<RequestLine> decide(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody RequestDecision decision,
            Caller caller) {
        RequestLine decided = requests.decide(
                caller,
                id,
                Version.required(ifMatch),
                decision.decision().equals("granted"),
                decision.reason().strip(),
                decision.exception());
        return ResponseEntity.ok().eTag(Version.etag(decided.version())).body(decided);
    }

    @DeleteMapping("/{id}")
    @Right(value = "customerfile.read", scope = Scope.NODES)
    ResponseEntity<Void> close(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Caller caller) {
        requests.close(caller, id, Version.required(ifMatch));
        return ResponseEntity.noContent().build();
    }
}
