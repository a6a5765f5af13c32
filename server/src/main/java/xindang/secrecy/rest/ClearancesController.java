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
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import xindang.platform.access.Caller;
import xindang.platform.access.Right;
import xindang.platform.access.Scope;
import xindang.platform.access.SecrecyLevel;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;
import xindang.platform.rest.Version;
import xindang.secrecy.ClearanceBook;
import xindang.secrecy.ClearanceLine;
import xindang.secrecy.ExceptionLine;
import xindang.secrecy.SecrecySettings;
import xindang.secrecy.SettingBook;

/** Clearances and settings (涉密权限与保密设置). */
@RestController
@RequestMapping("/api/v1/secrecy")
class ClearancesController {

    private final ClearanceBook clearances;
    private final SettingBook settings;

    ClearancesController(ClearanceBook clearances, SettingBook settings) {
        this.clearances = clearances;
        this.settings = settings;
    }

    record NewClearance(
            @NotBlank @Pattern(regexp = "internal|confidential|secret")
            String level,

            @NotBlank @Size(max = 500) String reason) {}

    record NewSettings(
            @NotNull Boolean shownInLists,

            @NotNull @Pattern(regexp = "strict|recorded-exception")
            String segregation,

            @NotNull Boolean agreement,
            @NotNull @Min(1) @Max(60) Integer renewalMonths,

            @NotNull @Pattern(regexp = "free|administrators|everybody")
            String secondFactor) {}

    @GetMapping("/clearances")
    @Right(value = "secrecy.manage", scope = Scope.NODES)
    Page<ClearanceLine> list(@Valid PageQuery page, @RequestParam(required = false) @Nullable String q, Caller caller) {
        return clearances.page(caller, q, page);
    }

    @PutMapping("/clearances/{id}")
    @Right(value = "secrecy.manage", scope = Scope.NODES)
    ResponseEntity<Void> change(
            @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody NewClearance clearance,
            Caller caller) {
        clearances.change(
                caller,
                id,
                Version.required(ifMatch),
                SecrecyLevel.named(clearance.level()).orElseThrow(),
                clearance.reason().strip());
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/settings")
    @Right(value = "secrecy.manage", scope = Scope.INSTALLATION)
    ResponseEntity<SecrecySettings> settings() {
        return answer(settings.now());
    }

    @PutMapping("/settings")
    @Right(value = "secrecy.manage", scope = Scope.INSTALLATION)
    ResponseEntity<SecrecySettings> change(
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody NewSettings wanted,
            Caller caller) {
        var after = new SecrecySettings(
                wanted.shownInLists(),
                wanted.segregation(),
                wanted.agreement(),
                wanted.renewalMonths(),
                wanted.secondFactor(),
                Version.required(ifMatch));
        return answer(settings.change(caller, after));
    }

    @GetMapping("/exceptions")
    @Right(value = "secrecy.read", scope = Scope.NODES)
    Page<ExceptionLine> exceptions(@Valid PageQuery page, Caller caller) {
        return settings.exceptions(caller, page);
    }

    private static ResponseEntity<SecrecySettings> answer(SecrecySettings settings) {
        return ResponseEntity.ok().eTag(Version.etag(settings.version())).body(settings);
    }
}
