package xindang.format;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import xindang.engine.assessment.Assessment;
import xindang.engine.assessment.CustomerFacts;
import xindang.engine.collection.DunningFacts;
import xindang.engine.creditline.LimitFacts;
import xindang.engine.money.Money;
import xindang.engine.receivable.PaymentTrend;
import xindang.engine.warning.WarningFacts;

/** Reads the facts of recorded decisions (决定依据) back, exactly as they were written. */
public final class RecordedFacts {

    private RecordedFacts() {}

    /** Facts of an assessment. */
    public static CustomerFacts customer(Body facts) {
        return new CustomerFacts(
                decimal(facts, Assessment.WEIGHTED_DAYS_LATE),
                decimal(facts, Assessment.LATE_SHARE),
                facts.whole(Assessment.MAX_DAYS_PAST_DUE),
                facts.read(Assessment.OVERDUE_SHARE, BigDecimal::new),
                trend(facts.object("trend")),
                accounts(facts));
    }

    /** Facts of one item on the dunning list. */
    public static DunningFacts dunning(Body facts) {
        return new DunningFacts(
                money(facts.object("open")),
                facts.whole("daysPastDue"),
                facts.flag("disputed"),
                facts.optionalText("grade"));
    }

    private static PaymentTrend trend(Body trend) {
        return new PaymentTrend(
                decimal(trend, "recent"),
                decimal(trend, "earlier"),
                trend.whole("recentInvoices"),
                trend.whole("earlierInvoices"));
    }

    private static List<CustomerFacts.Account> accounts(Body facts) {
        return facts.objects("accounts").stream().map(RecordedFacts::account).toList();
    }

    private static CustomerFacts.Account account(Body account) {
        Money open = money(account.object("open"));
        return new CustomerFacts.Account(
                new WarningFacts.Account(
                        open,
                        money(account.object("overdue")),
                        account.whole("maxDaysPastDue"),
                        account.whole("openDisputed"),
                        decimal(account, "portfolioShare")),
                new LimitFacts(
                        open.currency(),
                        optionalMoney(account, "annualSales"),
                        optionalWhole(account, "orders"),
                        optionalMoney(account, "highestBalance"),
                        null,
                        null,
                        optionalWhole(account, "usualTermDays")));
    }

    private static Optional<BigDecimal> decimal(Body body, String name) {
        return body.has(name) ? Optional.of(body.read(name, BigDecimal::new)) : Optional.empty();
    }

    private static @Nullable Money optionalMoney(Body body, String name) {
        return body.optionalObject(name).map(RecordedFacts::money).orElse(null);
    }

    private static @Nullable Integer optionalWhole(Body body, String name) {
        return body.has(name) ? body.whole(name) : null;
    }

    private static Money money(Body money) {
        Currency currency = money.read("currency", Currency::getInstance);
        return money.read("amount", amount -> Money.of(currency, amount));
    }
}
