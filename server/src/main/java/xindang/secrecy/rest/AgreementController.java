package xindang.secrecy.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import xindang.platform.access.Caller;
import xindang.platform.access.Clearances;
import xindang.platform.access.Right;
import xindang.platform.access.Scope;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;
import xindang.secrecy.Agreement;
import xindang.secrecy.AgreementBook;
import xindang.secrecy.SignatoryLine;

/** The confidentiality agreement (保密协议), and what a person needs to know about himself. */
@RestController
@RequestMapping("/api/v1/secrecy")
class AgreementController {

    private final AgreementBook agreements;
    private final Clearances clearances;

    AgreementController(AgreementBook agreements, Clearances clearances) {
        this.agreements = agreements;
        this.clearances = clearances;
    }

    /**
     * What keeping secrets means for the caller (本人涉密情况).
     *
     * @param clearance internal, confidential or secret
     * @param agreementNeeded whether the agreement must be acknowledged before anything else
     * @param agreement text in force
     */
    record OwnSecrecy(
            String clearance,
            boolean agreementNeeded,
            @Nullable Agreement agreement) {}

    record NewAgreement(
            @NotBlank @Size(max = 20_000) String textZh,
            @NotBlank @Size(max = 20_000) String textEn) {}

    record Acknowledgement(@NotNull UUID agreement) {}

    @GetMapping("/self")
    @Right(value = Right.SIGNED_IN, scope = Scope.OWN)
    OwnSecrecy self(Caller caller) {
        return new OwnSecrecy(
                clearances.of(caller.id()).code(),
                agreements.isNeeded(caller),
                agreements.inForce().orElse(null));
    }

    @PostMapping("/agreement/acknowledgement")
    @Right(value = Right.SIGNED_IN, scope = Scope.OWN)
    ResponseEntity<Void> acknowledge(@Valid @RequestBody Acknowledgement acknowledgement, Caller caller) {
        agreements.acknowledge(caller, acknowledgement.agreement());
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/agreement")
    @Right(value = "secrecy.manage", scope = Scope.INSTALLATION)
    ResponseEntity<Agreement> publish(@Valid @RequestBody NewAgreement agreement, Caller caller) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(agreements.publish(caller, agreement.textZh(), agreement.textEn()));
    }

    @GetMapping("/signatories")
    @Right(value = "secrecy.read", scope = Scope.NODES)
    Page<SignatoryLine> signatories(
            @Valid PageQuery page, @RequestParam(required = false) @Nullable Boolean valid, Caller caller) {
        return agreements.signatories(caller, valid, page);
    }
}
