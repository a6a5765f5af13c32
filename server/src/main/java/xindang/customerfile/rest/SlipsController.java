package xindang.customerfile.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import xindang.customerfile.Slip;
import xindang.customerfile.SlipFile;
import xindang.customerfile.Slips;
import xindang.identity.OwnPassword;
import xindang.platform.access.Caller;
import xindang.platform.access.Right;
import xindang.platform.access.Scope;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;
import xindang.platform.rest.Version;

/** Hand-over slips (移交单): made by who gives or manages his account, signed by both. */
@RestController
@RequestMapping("/api/v1/customerfile/slips")
class SlipsController {

    private final Slips slips;
    private final OwnPassword ownPassword;

    SlipsController(Slips slips, OwnPassword ownPassword) {
        this.slips = slips;
        this.ownPassword = ownPassword;
    }

    /** The most files that are chosen one by one; whoever gives more gives all or those of a department. */
    static final int MOST_CHOSEN = 1000;

    record NewSlip(
            @Nullable UUID giver,
            @NotNull UUID receiver,

            @NotNull @Pattern(regexp = "all|department|chosen")
            String selection,

            @Nullable UUID department,
            @Nullable @Size(max = MOST_CHOSEN) List<@NotNull UUID> files,
            @Nullable @Size(max = 1000) String note) {

        Slips.Draft draft() {
            return new Slips.Draft(
                    giver,
                    receiver,
                    selection,
                    department,
                    Objects.requireNonNullElse(files, List.<UUID>of()).stream()
                            .distinct()
                            .toList(),
                    note == null || note.isBlank() ? null : note.strip());
        }
    }

    record SlipSignature(@NotNull @Size(min = 1, max = 200) String password) {}

    /**
     * A signature in the place of a giver who is locked.
     *
     * @param reason why he does not sign himself
     */
    record SlipSignatureInPlace(
            @NotNull @Size(min = 1, max = 200) String password,
            @NotBlank @Size(max = 500) String reason) {}

    record SlipRefusal(@NotBlank @Size(max = 500) String reason) {}

    @GetMapping
    @Right(value = Right.SIGNED_IN, scope = Scope.OWN)
    Page<Slip> list(
            @Valid PageQuery page,
            @RequestParam(required = false) @Nullable @Pattern(regexp = "made|given|received|refused|withdrawn|")
                    String state,
            Caller caller) {
        return slips.page(caller, state, page);
    }

    @GetMapping("/{id}")
    @Right(value = Right.SIGNED_IN, scope = Scope.OWN)
    ResponseEntity<Slip> one(@PathVariable UUID id, Caller caller) {
        return answer(HttpStatus.OK, slips.find(caller, id));
    }

    @GetMapping("/{id}/files")
    @Right(value = Right.SIGNED_IN, scope = Scope.OWN)
    Page<SlipFile> files(@PathVariable UUID id, @Valid PageQuery page, Caller caller) {
        return slips.files(caller, id, page);
    }

    @PostMapping
    @Right(value = Right.SIGNED_IN, scope = Scope.OWN)
    ResponseEntity<Slip> make(@Valid @RequestBody NewSlip slip, Caller caller) {
        return answer(HttpStatus.CREATED, slips.make(caller, slip.draft()));
    }

    @PostMapping("/{id}/giver-signature")
    @Right(value = Right.SIGNED_IN, scope = Scope.OWN)
    ResponseEntity<Slip> give(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody SlipSignature signature,
            Caller caller) {
        int version = Version.required(ifMatch);
        ownPassword.require(caller, signature.password(), "password");
        return answer(HttpStatus.OK, slips.give(caller, id, version));
    }

    @PostMapping("/{id}/signature-in-place")
    @Right(value = "identity.manage", scope = Scope.NODES)
    ResponseEntity<Slip> giveInPlace(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody SlipSignatureInPlace signature,
            Caller caller) {
        int version = Version.required(ifMatch);
        ownPassword.require(caller, signature.password(), "password");
        return answer(
                HttpStatus.OK,
                slips.giveInPlace(caller, id, version, signature.reason().strip()));
    }

    @PostMapping("/{id}/receiver-signature")
    @Right(value = Right.SIGNED_IN, scope = Scope.OWN)
    ResponseEntity<Slip> receive(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody SlipSignature signature,
            Caller caller) {
        int version = Version.required(ifMatch);
        ownPassword.require(caller, signature.password(), "password");
        return answer(HttpStatus.OK, slips.receive(caller, id, version));
    }

    @PostMapping("/{id}/refusal")
    @Right(value = Right.SIGNED_IN, scope = Scope.OWN)
    ResponseEntity<Slip> refuse(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody SlipRefusal refusal,
            Caller caller) {
        return answer(
                HttpStatus.OK,
                slips.refuse(
                        caller, id, Version.required(ifMatch), refusal.reason().strip()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Right(value = Right.SIGNED_IN, scope = Scope.OWN)
    void withdraw(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Caller caller) {
        slips.withdraw(caller, id, Version.required(ifMatch));
    }

    private static ResponseEntity<Slip> answer(HttpStatus status, Slip slip) {
        return ResponseEntity.status(status).eTag(Version.etag(slip.version())).body(slip);
    }
}
