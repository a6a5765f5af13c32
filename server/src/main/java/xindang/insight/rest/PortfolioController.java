package xindang.insight.rest;

import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import xindang.insight.Distribution;
import xindang.insight.Portfolio;
import xindang.platform.access.Caller;
import xindang.platform.access.Right;
import xindang.platform.access.Scope;

/** The portfolio as a whole (组合分析). */
@RestController
@RequestMapping("/api/v1/insight")
class PortfolioController {

    private final Portfolio portfolio;

    PortfolioController(Portfolio portfolio) {
        this.portfolio = portfolio;
    }

    @GetMapping("/distribution")
    @Right(value = "insight.read", scope = Scope.NODES)
    Distribution distribution(
            @RequestParam(required = false) @Nullable @Pattern(regexp = "[A-Z]{3}|") String currency, Caller caller) {
        return portfolio.distribution(caller, currency == null || currency.isEmpty() ? "CNY" : currency);
    }
}
