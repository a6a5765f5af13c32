package xindang.receivable.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import xindang.platform.access.Caller;
import xindang.platform.access.Right;
import xindang.platform.access.Scope;
import xindang.platform.export.ListExport;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;
import xindang.receivable.AgeingFilter;
import xindang.receivable.AgeingPage;
import xindang.receivable.AgeingTotals;
import xindang.receivable.ItemFilter;
import xindang.receivable.ItemLine;
import xindang.receivable.ItemSums;
import xindang.receivable.Months;
import xindang.receivable.Receivables;

/** Items and ageing (应收明细与账龄). */
@RestController
@RequestMapping("/api/v1/receivable")
class ReceivableController {

    private final Receivables receivables;
    private final ListExport export;

    ReceivableController(Receivables receivables, ListExport export) {
        this.receivables = receivables;
        this.export = export;
    }

    record CurrencyList(List<String> items) {}

    @GetMapping("/items")
    @Right(value = "receivable.read", scope = Scope.NODES)
    Page<ItemLine> items(@Valid ItemFilter filter, @Valid PageQuery page, Caller caller) {
        return receivables.items(caller, filter, page);
    }

    @GetMapping("/items/sums")
    @Right(value = "receivable.read", scope = Scope.NODES)
    ItemSums itemSums(@Valid ItemFilter filter, Caller caller) {
        return receivables.itemSums(caller, filter);
    }

    @GetMapping({"/items.xlsx", "/items.csv"})
    @Right(value = "receivable.read", scope = Scope.NODES)
    void itemsFile(
            @Valid ItemFilter filter,
            @Valid PageQuery page,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response) {
        export.send(
                request,
                response,
                caller,
                ReceivableColumns.ITEMS,
                line -> receivables.eachItem(caller, filter, page, line));
    }

    @GetMapping("/months")
    @Right(value = "receivable.read", scope = Scope.NODES)
    Months months(
            @RequestParam UUID customer,
            @RequestParam(defaultValue = "CNY") @Pattern(regexp = "[A-Z]{3}") String currency,
            Caller caller) {
        return receivables.months(caller, customer, currency);
    }

    @GetMapping("/currencies")
    @Right(value = "receivable.read", scope = Scope.NODES)
    CurrencyList currencies(Caller caller) {
        return new CurrencyList(receivables.currencies(caller));
    }

    @GetMapping("/ageing")
    @Right(value = "receivable.read", scope = Scope.NODES)
    AgeingPage ageing(@Valid AgeingFilter filter, @Valid PageQuery page, Caller caller) {
        return receivables.ageing(caller, filter, page);
    }

    @GetMapping({"/ageing.xlsx", "/ageing.csv"})
    @Right(value = "receivable.read", scope = Scope.NODES)
    void ageingFile(
            @Valid AgeingFilter filter,
            @Valid PageQuery page,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response) {
        export.send(
                request,
                response,
                caller,
                ReceivableColumns.ageing(filter.money()),
                line -> receivables.eachAgeing(caller, filter, page, line));
    }

    @GetMapping("/ageing/totals")
    @Right(value = "receivable.read", scope = Scope.NODES)
    AgeingTotals totals(@Valid AgeingFilter filter, Caller caller) {
        return receivables.totals(caller, filter);
    }
}
