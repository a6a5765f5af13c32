package xindang.engine.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import xindang.engine.money.Money;
import xindang.engine.receivable.AccountMeasures;
import xindang.engine.receivable.AgeingSchedule;
import xindang.engine.receivable.PaymentBehaviour;
import xindang.engine.receivable.ReceivableColumns;

class CustomerFactsTest {

    private static final Money NONE = Money.zero(Currency.getInstance("CNY"));

    private static AccountMeasures measures(int issued) {
        var rows = new ReceivableColumns(
                new int[] {0, 1},
                new int[] {issued},
                new int[] {90},
                new int[] {ReceivableColumns.NO_DATE},
                new long[] {5_000},
                new long[] {0},
                new byte[] {ReceivableColumns.DISPUTED});
        var measures = new AccountMeasures(AgeingSchedule.STANDARD, 100);
        measures.measure(rows, 0, null);
        return measures;
    }

    @Test
    void an_account_gives_its_facts_to_rules_and_formulas() {
        var measures = measures(60);
        var account = CustomerFacts.Account.of(
                measures, NONE, Optional.of(new BigDecimal("0.5000")), Optional.of(new Money(NONE.currency(), 7_000)));
        assertThat(account.warning().open().decimal()).isEqualTo("50.00");
        assertThat(account.warning().overdue().decimal()).isEqualTo("50.00");
        assertThat(account.warning().maxDaysPastDue()).isEqualTo(10);
        assertThat(account.warning().openDisputed()).isEqualTo(1);
        assertThat(account.limit().annualSales()).isEqualTo(new Money(NONE.currency(), 5_000));
        assertThat(account.limit().orders()).isEqualTo(1);
        assertThat(account.limit().usualTermDays()).isEqualTo(30);
        assertThat(account.limit().highestBalance()).isEqualTo(new Money(NONE.currency(), 7_000));
        var facts = CustomerFacts.of(PaymentBehaviour.of(List.of(measures)), List.of(account));
        assertThat(facts.maxDaysPastDue()).isEqualTo(10);
        assertThat(facts.weightedDaysLate()).contains(new BigDecimal("10.0000"));
        assertThat(facts.lateShare()).contains(new BigDecimal("1.0000"));
        assertThat(facts.overdueShare()).isEqualByComparingTo("1");
    }

    @Test
    void without_a_day_of_issue_sales_are_unknown_not_zero() {
        var account =
                CustomerFacts.Account.of(measures(ReceivableColumns.NO_DATE), NONE, Optional.empty(), Optional.empty());
        assertThat(account.limit().annualSales()).isNull();
        assertThat(account.limit().orders()).isNull();
        assertThat(account.limit().usualTermDays()).isNull();
        assertThat(account.limit().highestBalance()).isNull();
    }
}
