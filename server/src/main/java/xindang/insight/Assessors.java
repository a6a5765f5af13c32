package xindang.insight;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import xindang.engine.assessment.Assessment;
import xindang.engine.assessment.AssessmentRecord;
import xindang.engine.assessment.Assessor;
import xindang.engine.assessment.CustomerFacts;
import xindang.engine.money.Money;
import xindang.engine.receivable.AccountMeasures;
import xindang.engine.receivable.AgeingSchedule;
import xindang.engine.receivable.BalancePeak;
import xindang.engine.receivable.PaymentBehaviour;
import xindang.engine.receivable.ReceivableColumns;
import xindang.format.AssessmentRun;
import xindang.receivable.AccountFigures;
import xindang.receivable.Accounts;

/** Decides about chunks of customers by the engine (批量评估), as {@code assess} does. */
final class Assessors {

    private static final int SHARE_DECIMALS = 4;

    private final Assessor assessor;
    private final boolean peakNeeded;
    private final int day;
    private final Map<String, Long> openByCurrency;
    private final List<AccountMeasures> pool = new ArrayList<>();

    /**
     * Prepares.
     *
     * @param openByCurrency open amounts of the whole company in minor units, by currency code
     */
    Assessors(AssessmentRun run, LocalDate asOf, Map<String, Long> openByCurrency) {
        this.assessor = new Assessor(run.policies(), asOf);
        this.peakNeeded = run.peakNeeded();
        this.day = ReceivableColumns.day(asOf);
        this.openByCurrency = openByCurrency;
    }

    /** Decides about the customers of a chunk; {@code names} are those that decisions call them by. */
    List<Decided> decide(Accounts accounts, Map<UUID, String> names) {
        var decided = new ArrayList<Decided>();
        for (int from = 0; from < accounts.size(); ) {
            int to = from + 1;
            while (to < accounts.size()
                    && accounts.files().get(to).equals(accounts.files().get(from))) {
                to++;
            }
            UUID file = accounts.files().get(from);
            decided.add(customer(accounts, from, to, names.getOrDefault(file, file.toString())));
            from = to;
        }
        return decided;
    }

    private Decided customer(Accounts accounts, int from, int to, String name) {
        while (pool.size() < to - from) {
            pool.add(new AccountMeasures(AgeingSchedule.STANDARD, day));
        }
        List<AccountMeasures> measures = pool.subList(0, to - from);
        var facts = new ArrayList<CustomerFacts.Account>(to - from);
        var figures = new ArrayList<AccountFigures>(to - from);
        for (int account = from; account < to; account++) {
            AccountMeasures one = measures.get(account - from);
            one.measure(accounts.columns(), account, null);
            facts.add(facts(accounts, account, one));
            figures.add(AccountFigures.of(
                    accounts.files().get(account), accounts.currencies().get(account), one));
        }
        CustomerFacts of = CustomerFacts.of(PaymentBehaviour.of(measures), facts);
        Assessment assessment = assessor.assess(of);
        return Decided.of(accounts.files().get(from), figures, assessment, AssessmentRecord.of(name, of, assessment));
    }

    private CustomerFacts.Account facts(Accounts accounts, int account, AccountMeasures measures) {
        Currency currency = accounts.currencies().get(account);
        Optional<Money> peak = peakNeeded
                ? Optional.of(new Money(currency, BalancePeak.ofYear(accounts.columns(), account, day)))
                : Optional.empty();
        return CustomerFacts.Account.of(measures, Money.zero(currency), share(currency, measures.open()), peak);
    }

    private Optional<BigDecimal> share(Currency currency, long open) {
        long all = openByCurrency.getOrDefault(currency.getCurrencyCode(), 0L);
        return all <= 0
                ? Optional.empty()
                : Optional.of(
                        BigDecimal.valueOf(open).divide(BigDecimal.valueOf(all), SHARE_DECIMALS, RoundingMode.HALF_UP));
    }
}
