package xindang.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

final class LedgerReaderTest {

    @Test
    void a_plain_ledger_becomes_columns_by_account() {
        Ledger ledger = Ledgers.read("""
                customer,name,invoice no,issue,due,paid,currency,amount
                C1,甲公司,I1,2025-01-05,2025-02-04,2025-02-10,CNY,100.50
                C2,,I2,2025-01-06,2025-02-05,,USD,20
                C1,,I3,2025-01-07,2025-02-06,,CNY,-5
                C1,,I4,2025-01-08,2025-02-07,,USD,7
                """);
        assertThat(Ledgers.rows(ledger))
                .containsExactly(
                        "C1 I1 2025-01-05 2025-02-04 2025-02-10 10050 10050 CNY",
                        "C2 I2 2025-01-06 2025-02-05 - 2000 0 USD",
                        "C1 I3 2025-01-07 2025-02-06 - -500 0 CNY",
                        "C1 I4 2025-01-08 2025-02-07 - 700 0 USD");
        assertThat(ledger.accounts()).isEqualTo(3);
        assertThat(ledger.customers()).isEqualTo(2);
        assertThat(ledger.customerName(0)).isEqualTo("甲公司");
        assertThat(ledger.customerName(1)).isNull();
        assertThat(ledger.latestDate()).hasValue((int) LocalDate.of(2025, 2, 10).toEpochDay());
        assertThat(ledger.rejects()).isEmpty();
        assertThat(ledger.undatedSettlements()).isZero();
    }
}
