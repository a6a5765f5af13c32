package xindang.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import xindang.gates.TestTags;
import xindang.suite.Company;
import xindang.suite.Suite;

/** A ledger brought in piece by piece, settlements later than invoices, ends where the whole ledger brought in once ends. */
class PartsAndWholeTest {

    private static final String HEADER = "客户编码,发票号,开票日期,到期日,金额,币种,核销日期,已核销金额,争议\n";

    /** An invoice with what is settled at first and in the end, in cents. */
    private record Invoice(
            String customer,
            String number,
            LocalDate issued,
            LocalDate due,
            long amount,
            String currency,
            long early,
            long late,
            boolean disputed,
            boolean inFirst) {

        String line(boolean atFirst) {
            long settled = atFirst ? early : late;
            LocalDate on =
                    settled == 0 ? null : atFirst ? issued.plusDays(10) : issued.plusDays(settled == early ? 10 : 40);
            return String.join(
                            ",",
                            customer,
                            number,
                            issued.toString(),
                            due.toString(),
                            money(amount),
                            currency,
                            on == null ? "" : on.toString(),
                            money(settled),
                            !atFirst && disputed ? "是" : "否")
                    + "\n";
        }

        private static String money(long cents) {
            return "%d.%02d".formatted(cents / 100, cents % 100);
        }
    }

    private static List<Invoice> ledger(Random random) {
        var invoices = new ArrayList<Invoice>();
        for (int i = 0; i < 40; i++) {
            long amount = 100L + random.nextInt(1_000_000);
            long late = random.nextInt(3) == 0 ? amount : random.nextInt((int) amount);
            long early = random.nextBoolean() ? 0 : random.nextBoolean() ? late : random.nextInt((int) late + 1);
            LocalDate issued = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(200));
            invoices.add(new Invoice(
                    "K" + random.nextInt(6),
                    "F" + i,
                    issued,
                    issued.plusDays(random.nextInt(90)),
                    amount,
                    random.nextInt(4) == 0 ? "USD" : "CNY",
                    early,
                    late,
                    random.nextInt(5) == 0,
                    random.nextInt(3) > 0));
        }
        return invoices;
    }

    private static String text(List<Invoice> invoices, boolean atFirst) {
        var text = new StringBuilder(HEADER);
        invoices.stream().filter(one -> !atFirst || one.inFirst()).forEach(one -> text.append(one.line(atFirst)));
        return text.toString();
    }

    @ParameterizedTest(name = "seed {0}")
    @Tag(TestTags.ACCEPTANCE)
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void parts_with_later_settlements_leave_what_the_whole_leaves(long seed) {
        List<Invoice> invoices = ledger(new Random(seed));
        var parts = new Company();
        var whole = new Company();
        var first = new ImportWalk(parts.user("credit-specialist"));
        first.imported("invoices", text(invoices, true));
        first.imported("invoices", text(invoices, false));
        first.quiet();
        var once = new ImportWalk(whole.user("credit-specialist"));
        once.imported("invoices", text(invoices, false));
        once.quiet();
        assertThat(state(parts)).as("seed %d", seed).isNotEmpty().isEqualTo(state(whole));
    }

    private static List<String> state(Company company) {
        DSLContext db = Suite.server().db();
        UUID id = UUID.fromString(company.id());
        var state = new ArrayList<>(db.resultQuery("""
                select concat_ws(' ', k.key, i.item_key, i.issued, i.due, i.currency, i.amount, i.settled_amount, i.settled_on, i.disputed)
                from receivable_item i join customerfile_key k on k.file_id = i.file_id where i.node_id = ? order by 1""", id).fetch(0, String.class));
        state.addAll(db.resultQuery("""
                select concat_ws(' ', k.key, a.currency, a.items, a.open_items, a.disputed, a.total, a.open, a.overdue,
                    a.a0, a.a1, a.a2, a.a3, a.a4, a.a5, a.a6, a.max_days)
                from receivable_account a join customerfile_key k on k.file_id = a.file_id where a.node_id = ? order by 1""", id).fetch(0, String.class));
        state.addAll(db.resultQuery("""
                select concat_ws(' ', o.name, o.open, o.overdue, o.max_days)
                from customerfile_overview o where o.node_id = ? order by 1""", id).fetch(0, String.class));
        return state;
    }
}
