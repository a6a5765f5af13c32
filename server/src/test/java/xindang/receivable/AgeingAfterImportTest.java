package xindang.receivable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import org.jooq.impl.DSL;
import xindang.gates.AcceptanceTest;
import xindang.identity.Users;
import xindang.integration.ImportWalk;
import xindang.suite.Client;
import xindang.suite.Suite;

/** Ageing is kept once it is made; what is brought in later must show all the same. */
class AgeingAfterImportTest {

    private static final String OLD = """
            客户编码,客户名称,发票号,开票日期,到期日,金额,核销日期,已核销金额
            K1,甲公司,F1,2026-01-05,2026-02-04,1000.00,,
            K2,乙公司,F2,2026-01-07,2026-02-06,300.00,,
            """;

    private static final String NEW = """
            客户编码,客户名称,发票号,开票日期,到期日,金额,核销日期,已核销金额
            K1,甲公司,F1,2026-01-05,2026-02-04,1000.00,2026-02-10,600.00
            K3,丙公司,F3,2026-02-07,2026-03-06,50.00,,
            """;

    @AcceptanceTest
    void ageing_follows_each_import_and_its_undoing() throws SQLException, IOException {
        try (var server = Suite.untouchedButSetUp()) {
            Client client = Users.add(server, "specialist", "credit-specialist");
            var walk = new ImportWalk(client);
            walk.imported("invoices", OLD);
            assertThat(open(client)).isEqualTo("1300.00");
            String second = walk.imported("invoices", NEW).text("/id");
            assertThat(open(client)).isEqualTo("750.00");
            walk.quiet();
            walk.undo(second);
            assertThat(open(client)).isEqualTo("1300.00");
            walk.quiet();
            server.part(Snapshots.class).sweep();
            assertThat(server.db()
                            .fetch("select distinct s.ledger_version = l.version from receivable_snapshot s "
                                    + "join receivable_ledger l on l.node_id = s.node_id")
                            .into(Boolean.class))
                    .as("what earlier ledgers gave is removed")
                    .containsExactly(true);
            assertThat(server.db()
                            .fetchCount(
                                    DSL.table("receivable_snapshot_row"),
                                    DSL.condition("snapshot_id not in (select id from receivable_snapshot)")))
                    .isZero();
        }
    }

    /** The total, after a look at the difference to the items. */
    private static String open(Client client) {
        var totals = client.get("/receivable/ageing/totals");
        assertThat(totals.text("/difference")).isEqualTo("0.00");
        return totals.text("/open");
    }
}
