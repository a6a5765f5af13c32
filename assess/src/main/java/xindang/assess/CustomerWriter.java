package xindang.assess;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import xindang.engine.assessment.Assessment;
import xindang.engine.assessment.AssessmentPolicies;
import xindang.engine.assessment.AssessmentRecord;
import xindang.engine.assessment.CustomerFacts;
import xindang.engine.canonical.CanonicalJson;
import xindang.engine.evaluation.EvaluationResult;
import xindang.engine.evaluation.Grade;
import xindang.engine.money.Money;
import xindang.engine.receivable.AccountMeasures;
import xindang.engine.receivable.AgeingSchedule;
import xindang.engine.receivable.BalancePeak;
import xindang.engine.receivable.IssuedWindows;
import xindang.engine.receivable.PaymentBehaviour;
import xindang.engine.warning.WarningFinding;
import xindang.intake.Ledger;

/** Decides about a chunk of customers and writes what was decided. One object per thread and chunk. */
final class CustomerWriter {

    static final List<String> CUSTOMER_COLUMNS = List.of(
            "customer",
            "name",
            "currency",
            "invoices",
            "total",
            "open",
            "notDue",
            "d1_30",
            "d31_60",
            "d61_90",
            "d91_180",
            "d181_365",
            "dOver365",
            "overdue",
            "maxDaysPastDue",
            "averageDaysLate",
            "averageDaysToDue",
            "weightedDaysLate",
            "lateShare",
            "disputed",
            "score",
            "grade",
            "suggestedLimit",
            "suggestedTerm",
            "warnings");

    static final List<String> WARNING_COLUMNS = List.of("customer", "name", "level", "rule", "facts");

    private final AssessInput input;
    private final ChunkOutput out = new ChunkOutput();
    private final List<AccountMeasures> pool = new ArrayList<>();
    private final IssuedWindows unused = new IssuedWindows();
    private final DunningWriter dunning;

    CustomerWriter(AssessInput input) {
        this.input = input;
        this.dunning = new DunningWriter(input, out);
    }

    /** Decides about the customers {@code from..to}. */
    ChunkOutput customers(int from, int to) {
        for (int customer = from; customer < to; customer++) {
            customer(customer);
        }
        return out;
    }

    private void customer(int customer) {
        Ledger ledger = input.ledger();
        List<AccountMeasures> measures = measure(customer);
        var accounts = new ArrayList<CustomerFacts.Account>(measures.size());
        for (int n = 0; n < measures.size(); n++) {
            accounts.add(account(input.accounts().account(customer, n), measures.get(n)));
        }
        CustomerFacts facts = CustomerFacts.of(PaymentBehaviour.of(measures), accounts);
        Assessment assessment = Assessment.decide(facts, input.policies(), input.asOf());
        String id = ledger.customerId(customer);
        String name = Optional.ofNullable(ledger.customerName(customer)).orElse("");
        Optional<Grade> grade = assessment.grade();
        out.tally.customer(grade);
        for (int n = 0; n < measures.size(); n++) {
            line(customer, n, name, measures.get(n), assessment);
            int account = input.accounts().account(customer, n);
            dunning.account(id, name, account, grade.map(Grade::code));
        }
        warnings(id, name, assessment);
        if (input.run().isPresent()) {
            out.decisions
                    .append(AssessmentRecord.of(id, facts, assessment)
                            .text(input.run().get()))
                    .append('\n');
            dunning.records();
        }
    }

    private List<AccountMeasures> measure(int customer) {
        int count = input.accounts().count(customer);
        while (pool.size() < count) {
            pool.add(new AccountMeasures(AgeingSchedule.STANDARD, input.day()));
        }
        for (int n = 0; n < count; n++) {
            pool.get(n).measure(input.ledger().receivables(), input.accounts().account(customer, n), unused);
        }
        return pool.subList(0, count);
    }

    private CustomerFacts.Account account(int account, AccountMeasures measures) {
        Currency currency = input.ledger().currencyOf(account);
        Optional<Money> peak = input.peakNeeded()
                ? Optional.of(
                        new Money(currency, BalancePeak.ofYear(input.ledger().receivables(), account, input.day())))
                : Optional.empty();
        return CustomerFacts.Account.of(
                measures,
                Money.zero(currency),
                Objects.requireNonNull(input.totals().get(currency.getCurrencyCode()))
                        .share(measures.open()),
                peak);
    }

    private void line(int customer, int n, String name, AccountMeasures measures, Assessment assessment) {
        Ledger ledger = input.ledger();
        Currency currency = ledger.currencyOf(input.accounts().account(customer, n));
        int digits = Money.digits(currency);
        Csv csv = out.customers;
        csv.field(ledger.customerId(customer))
                .field(name)
                .field(currency.getCurrencyCode())
                .field(measures.invoices())
                .amount(measures.total(), digits)
                .amount(measures.open(), digits);
        for (int bucket = 0; bucket < AgeingSchedule.STANDARD.buckets(); bucket++) {
            csv.amount(measures.amount(bucket), digits);
        }
        csv.amount(measures.overdue(), digits)
                .field(measures.maxDaysPastDue())
                .field(text(measures.settledDays().averageDaysLate()))
                .field(text(measures.settledDays().averageDaysToDue()))
                .field(text(measures.weightedDaysLate().mean()))
                .field(text(PaymentBehaviour.lateShare(measures)))
                .field(measures.disputed())
                .field(score(assessment))
                .field(AssessmentRecord.gradeCode(assessment.grade()));
        var proposal = assessment.limits().get(n);
        csv.field(proposal.limit().text())
                .field(
                        proposal.termDays().isPresent()
                                ? Integer.toString(proposal.termDays().getAsInt())
                                : "")
                .field(warningCodes(assessment))
                .end();
        out.tally.account(
                currency.getCurrencyCode(), assessment.grade(), measures.open(), measures.overdue(), proposal.limit());
        out.tally.candidate(
                currency.getCurrencyCode(),
                new Tally.TopCustomer(
                        customer,
                        ledger.customerId(customer),
                        name,
                        measures.open(),
                        measures.overdue(),
                        measures.maxDaysPastDue(),
                        score(assessment),
                        AssessmentRecord.gradeCode(assessment.grade()),
                        proposal.limit().text()));
    }

    private void warnings(String id, String name, Assessment assessment) {
        for (WarningFinding.Raised warning : assessment.warnings()) {
            String rule = warning.reason().rule().toString();
            out.warnings
                    .field(id)
                    .field(name)
                    .field(warning.level().code())
                    .field(rule)
                    .field(CanonicalJson.text(Map.copyOf(warning.reason().facts())))
                    .end();
            out.tally.warning(warning.level().code(), warning.reason().rule().name());
        }
    }

    private static String warningCodes(Assessment assessment) {
        return assessment.warnings().stream()
                .map(warning ->
                        warning.level().code() + ":" + warning.reason().rule().name())
                .collect(Collectors.joining(";"));
    }

    private static String score(Assessment assessment) {
        return assessment.evaluation() instanceof EvaluationResult.Rated rated
                ? rated.score().text()
                : "";
    }

    private static String text(Optional<BigDecimal> number) {
        return number.map(BigDecimal::toPlainString).orElse("");
    }

    /** What a chunk is decided by; the same for all chunks. */
    record AssessInput(
            Ledger ledger,
            CustomerAccounts accounts,
            LocalDate asOf,
            int day,
            Map<String, CurrencyTotals> totals,
            AssessmentPolicies policies,
            boolean peakNeeded,
            Optional<String> run) {}
}
