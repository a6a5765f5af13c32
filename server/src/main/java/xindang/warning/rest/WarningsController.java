package xindang.warning.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import xindang.platform.access.Caller;
import xindang.platform.access.Right;
import xindang.platform.access.Scope;
import xindang.platform.export.ExportColumn;
import xindang.platform.export.ExportColumn.Kind;
import xindang.platform.export.ListExport;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;
import xindang.warning.WarningLine;
import xindang.warning.Warnings;

/** Open warnings (预警列表). */
@RestController
@RequestMapping("/api/v1/warning")
class WarningsController {

    private static final ListExport.Source<WarningLine> SOURCE = new ListExport.Source<>(
            "warning.export",
            "warnings",
            List.of(
                    new ExportColumn<>(
                            "customer", Kind.TEXT, line -> line.customer().name()),
                    new ExportColumn<>("level", Kind.TEXT, WarningLine::level),
                    new ExportColumn<>("rule", Kind.TEXT, WarningLine::rule),
                    new ExportColumn<>("raisedOn", Kind.DATE, WarningLine::raisedOn)));

    private final Warnings warnings;
    private final ListExport export;

    WarningsController(Warnings warnings, ListExport export) {
        this.warnings = warnings;
        this.export = export;
    }

    @GetMapping("/warnings")
    @Right(value = "warning.read", scope = Scope.NODES)
    Page<WarningLine> list(
            @RequestParam(required = false) @Nullable UUID customer,
            @RequestParam(required = false) @Nullable String level,
            @Valid PageQuery page,
            Caller caller) {
        return warnings.page(caller, customer, level, page);
    }

    @GetMapping({"/warnings.xlsx", "/warnings.csv"})
    @Right(value = "warning.read", scope = Scope.NODES)
    void file(
            @RequestParam(required = false) @Nullable UUID customer,
            @RequestParam(required = false) @Nullable String level,
            @Valid PageQuery page,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response) {
        export.send(request, response, caller, SOURCE, line -> warnings.each(caller, customer, level, page, line));
    }
}
