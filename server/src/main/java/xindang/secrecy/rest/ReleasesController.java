package xindang.secrecy.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import xindang.platform.access.Caller;
import xindang.platform.access.Right;
import xindang.platform.access.Scope;
import xindang.platform.access.SecrecyLevel;
import xindang.platform.export.ExportColumn;
import xindang.platform.export.ExportColumn.Kind;
import xindang.platform.export.ListExport;
import xindang.platform.export.ReleaseRegister;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;
import xindang.platform.time.BusinessClock;
import xindang.secrecy.NewRelease;
import xindang.secrecy.ReleaseFilter;
import xindang.secrecy.ReleaseLine;
import xindang.secrecy.Releases;

/** The register of what leaves the house (对外提供登记). */
@RestController
@RequestMapping("/api/v1/secrecy")
class ReleasesController {

    private static final ListExport.Source<ReleaseLine> SOURCE = new ListExport.Source<>(
            "secrecy.export",
            "releases",
            List.of(
                    new ExportColumn<>("number", Kind.TEXT, ReleaseLine::number),
                    new ExportColumn<>(
                            "at",
                            Kind.DATE,
                            line -> line.at()
                                    .atZoneSameInstant(BusinessClock.ZONE)
                                    .toLocalDate()),
                    new ExportColumn<>(
                            "person", Kind.TEXT, line -> line.person().name()),
                    new ExportColumn<>("kind", Kind.CODE, ReleaseLine::kind),
                    new ExportColumn<>("what", Kind.TEXT, ReleaseLine::what),
                    new ExportColumn<>("recipient", Kind.TEXT, ReleaseLine::recipient),
                    new ExportColumn<>("ground", Kind.CODE, ReleaseLine::ground),
                    new ExportColumn<>("approval", Kind.CODE, ReleaseLine::approval),
                    new ExportColumn<>("level", Kind.CODE, ReleaseLine::level)));

    private final Releases releases;
    private final ListExport export;

    ReleasesController(Releases releases, ListExport export) {
        this.releases = releases;
        this.export = export;
    }

    record ReleaseEntry(
            @NotBlank @Size(max = 500) String what,
            @NotBlank @Size(max = 300) String recipient,
            @NotBlank @Size(max = 500) String ground,
            @NotBlank @Size(max = 300) String approval,

            @NotNull @Pattern(regexp = "public|internal|confidential|secret")
            String level) {}

    record Print(@NotNull UUID file) {}

    record ReleaseNumber(String number, String level) {

        static ReleaseNumber of(ReleaseRegister.Release release) {
            return new ReleaseNumber(release.number(), release.level().code());
        }
    }

    @GetMapping("/releases")
    @Right(value = "secrecy.read", scope = Scope.NODES)
    Page<ReleaseLine> list(@Valid ReleaseFilter filter, @Valid PageQuery page, Caller caller) {
        return releases.page(caller, filter, page);
    }

    @GetMapping({"/releases.xlsx", "/releases.csv"})
    @Right(value = "secrecy.read", scope = Scope.NODES)
    void file(
            @Valid ReleaseFilter filter,
            @Valid PageQuery page,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response) {
        export.send(request, response, caller, SOURCE, line -> releases.each(caller, filter, page, line));
    }

    @PostMapping("/releases")
    @Right(value = "secrecy.release", scope = Scope.NODES)
    ResponseEntity<ReleaseNumber> enter(@Valid @RequestBody ReleaseEntry entry, Caller caller) {
        var release = new NewRelease(
                "manual",
                entry.what().strip(),
                entry.recipient().strip(),
                entry.ground().strip(),
                entry.approval().strip(),
                SecrecyLevel.named(entry.level()).orElseThrow(),
                Map.of());
        return ResponseEntity.status(HttpStatus.CREATED).body(ReleaseNumber.of(releases.entered(caller, release)));
    }

    @PostMapping("/prints")
    @Right(value = "customerfile.read", scope = Scope.NODES)
    ResponseEntity<ReleaseNumber> print(@Valid @RequestBody Print print, Caller caller) {
        return ResponseEntity.status(HttpStatus.CREATED).body(ReleaseNumber.of(releases.printed(caller, print.file())));
    }
}
