package xindang.assess;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import xindang.engine.assessment.Assessment;
import xindang.engine.assessment.AssessmentPolicies;
import xindang.engine.assessment.AssessmentRecord;
import xindang.engine.assessment.Assessor;
import xindang.engine.assessment.CustomerFacts;
import xindang.engine.canonical.CanonicalJson;
import xindang.engine.creditline.LimitProposal;
import xindang.engine.decision.RuleId;
import xindang.engine.evaluation.Grade;
import xindang.engine.money.Money;
import xindang.engine.receivable.AccountMeasures;
import xindang.engine.receivable.AgeingSchedule;
import xindang.engine.receivable.BalancePeak;
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
    private final DunningWriter dunning;
    private final Assessor assessor;

    CustomerWriter(AssessInput input) {
        this.input = input;
        this.dunning = new DunningWriter(input, out);
        this.assessor = new Assessor(input.policies(), input.asOf());
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
        Assessment assessment = assessor.assess(facts);
        String id = ledger.customerId(customer);
        String name = Optional.ofNullable(ledger.customerName(customer)).orElse("");
        Optional<Grade> grade = assessment.grade();
        out.tally.customer(grade);
        String warnings = warnings(id, name, assessment);
        for (int n = 0; n < measures.size(); n++) {
            int account = input.accounts().account(customer, n);
            Currency currency = ledger.currencyOf(account);
            LimitProposal proposal = assessment.limits().get(n);
            measures(id, name, currency, measures.get(n));
            decision(assessment, proposal, warnings);
            tally(customer, id, name, currency, measures.get(n), assessment, proposal);
            dunning.account(id, name, account, grade.map(Grade::code));
        }
        if (input.run().isPresent()) {
            out.decision(AssessmentRecord.of(id, facts, assessment), input.run().get());
            dunning.records();
        }
    }

    private List<AccountMeasures> measure(int customer) {
        int count = input.accounts().count(customer);
        while (pool.size() < count) {
            pool.add(new AccountMeasures(AgeingSchedule.STANDARD, input.day()));
        }
        for (int n = 0; n < count; n++) {
            pool.get(n).measure(input.ledger().receivables(), input.accounts().account(customer, n), null);
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

    private void measures(String id, String name, Currency currency, AccountMeasures measures) {
        int digits = Money.digits(currency);
        Csv csv = out.customers;
        csv.field(id)
                .field(name)
                .code(currency.getCurrencyCode())
                .field(measures.invoices())
                .amount(measures.total(), digits)
                .amount(measures.open(), digits);
        for (int bucket = 0; bucket < AgeingSchedule.STANDARD.buckets(); bucket++) {
            csv.amount(measures.amount(bucket), digits);
        }
        csv.amount(measures.overdue(), digits)
                .field(measures.maxDaysPastDue())
                .decimal(measures.settledDays().averageDaysLate())
                .decimal(measures.settledDays().averageDaysToDue())
                .decimal(measures.weightedDaysLate().mean())
                .decimal(PaymentBehaviour.lateShare(measures))
                .field(measures.disputed());
    }

    private void decision(Assessment assessment, LimitProposal proposal, String warnings) {
        OptionalInt term = proposal.termDays();
        out.customers
                .code(score(assessment))
                .field(AssessmentRecord.gradeCode(assessment.grade()))
                .code(proposal.limit().text())
                .code(term.isPresent() ? Integer.toString(term.getAsInt()) : "")
                .field(warnings)
                .end();
    }

    private void tally(
            int customer,
            String id,
            String name,
            Currency currency,
            AccountMeasures measures,
            Assessment assessment,
            LimitProposal proposal) {
        String code = currency.getCurrencyCode();
        Optional<Grade> grade = assessment.grade();
        out.tally.account(code, grade, measures.open(), measures.overdue(), proposal.limit());
        if (out.tally.wouldEnter(code, measures.open(), measures.overdue())) {
            out.tally.candidate(
                    code,
                    new Tally.TopCustomer(
                            customer,
                            id,
                            name,
                            measures.open(),
                            measures.overdue(),
                            measures.maxDaysPastDue(),
                            score(assessment),
                            AssessmentRecord.gradeCode(grade),
                            proposal.limit().text()));
        }
    }

    /** Writes the warnings of a customer; returns them as one field, {@code level:rule} joined by semicolons. */
    private String warnings(String id, String name, Assessment assessment) {
        if (assessment.warnings().isEmpty()) {
            return "";
        }
        var codes = new StringBuilder();
        for (WarningFinding.Raised warning : assessment.warnings()) {
            RuleId rule = warning.reason().rule();
            String level = warning.level().code();
            out.warnings
                    .field(id)
                    .field(name)
                    .field(level)
                    .field(rule.toString())
                    .field(CanonicalJson.text(warning.reason().facts()))
                    .end();
            out.tally.warning(level, rule.name());
            codes.append(codes.isEmpty() ? "" : ";").append(level).append(':').append(rule.name());
        }
        return codes.toString();
    }

    private static String score(Assessment assessment) {
        return assessment.score().isPresent() ? assessment.score().get().text() : "";
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
