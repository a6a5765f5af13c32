package xindang.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import xindang.gates.AcceptanceTest;
import xindang.gates.Requirement;
import xindang.integration.ImportWalk;
import xindang.suite.Client;
import xindang.suite.Company;
import xindang.suite.Suite;

/** What the database itself hands to requests, whatever they ask for. */
class WallTest {

    /** Tables that hold no company's business, and why they stand outside the wall. */
    private static final List<String> OUTSIDE = List.of(
            "flyway_schema_history", // of the database itself
            "identity_node", // read to find out what a caller reaches
            "identity_node_version", // the same
            "identity_user", // read to find out who calls
            "identity_role", // the same
            "identity_role_right", // the same
            "identity_assignment", // the same
            "identity_deputy", // the same
            "identity_session", // the same
            "identity_session_attributes", // the same
            "identity_setup_code", // before anybody is known
            "identity_attempt", // before anybody is known
            "audittrail_writer", // not granted; a trigger counts there
            "audittrail_key", // not granted; functions give keys of objects
            "audittrail_waiting", // ids of entries, not granted to requests
            "audittrail_leaf", // hashes
            "audittrail_branch", // hashes
            "audittrail_checkpoint", // hashes
            "identity_second_factor", // read to find out who calls; by user
            "identity_recovery_code", // the same
            "identity_token", // the same
            "identity_passkey", // the same
            "identity_provider_request", // before anybody is known
            "identity_provider_link", // read to find out who calls; by user
            "identity_directory", // read to find out who calls
            "identity_directory_user", // by user
            "identity_directory_lock", // by user
            "secrecy_clearance", // read to find out what a caller may see
            "secrecy_acknowledgement", // read to find out whether a caller may come in
            "notification_sequence", // numbers of events by object
            "customerfile_party", // facts of registers, known by all companies (docs/adr/0076)
            "platform_idempotency", // by caller
            "platform_process", // processes, no business
            "platform_clock", // one date
            "platform_secret"); // keys of the installation

    private static String one = "";
    private static String other = "";

    @BeforeAll
    static void fill() {
        one = filled("墙内公司");
        other = filled("墙外公司");
    }

    private static String filled(String customer) {
        var company = new Company();
        Client manager = company.user("credit-manager");
        var walk = new ImportWalk(manager);
        walk.imported("customers", "客户编码,客户名称\nK1,%s\n".formatted(customer));
        walk.imported(
                "invoices", "客户编码,客户名称,发票号,开票日期,到期日,金额\nK1,%s,F1,2025-01-01,2025-02-01,100.00\n".formatted(customer));
        manager.get("/receivable/ageing");
        walk.quiet();
        return company.id();
    }

    @SuppressWarnings("unused")
    static List<String> walled() throws SQLException {
        return texts("owner", """
                select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
                and relrowsecurity order by 1""");
    }

    @AcceptanceTest
    @Requirement("SEC-01")
    void every_table_stands_behind_the_wall_or_is_known_to_stand_outside() throws SQLException {
        List<String> bare = texts("owner", """
                select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
                and not relrowsecurity and not relispartition order by 1""");
        assertThat(bare).containsExactlyInAnyOrderElementsOf(OUTSIDE);
        assertThat(texts(
                        "owner",
                        "select c.relname from pg_class c where c.relispartition "
                                + "and has_table_privilege('xd_app', c.oid, 'select, insert, update, delete')"))
                .as("parts of a table that can be reached around its wall")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("walled")
    void a_request_meets_rows_of_its_nodes_only(String table) throws SQLException {
        assertThat(count("app", null, table)).as("nobody said which nodes").isEqualTo(shared(table));
        long all = count("engine", null, table);
        long mine = count("app", one, table);
        long theirs = count("app", other, table);
        assertThat(mine + theirs).isLessThanOrEqualTo(all + shared(table));
        List<String> columns = texts(
                "owner",
                "select column_name from information_schema.columns where table_name = '" + table
                        + "' and column_name = 'node_id'");
        if (!columns.isEmpty() && shared(table) == 0) {
            assertThat(texts("app", "select distinct node_id::text from " + table, one))
                    .isSubsetOf(one);
        }
    }

    /** Rows everybody reads: the regime of a node holds below it, the calendar everywhere. */
    private static long shared(String table) throws SQLException {
        return List.of("policy_policy", "calendar_import", "calendar_day").contains(table)
                ? count("engine", null, table)
                : 0;
    }

    @Test
    void the_two_companies_have_rows_in_most_tables() throws SQLException {
        for (String table : List.of(
                "customerfile_file",
                "customerfile_overview",
                "receivable_item",
                "audittrail_entry",
                "platform_decision",
                "warning_warning",
                "integration_import",
                "evaluation_rating")) {
            assertThat(count("app", one, table)).as(table).isPositive();
        }
    }

    @AcceptanceTest
    @Requirement("SEC-01")
    void a_request_changes_removes_and_adds_nothing_elsewhere() throws SQLException {
        try (Connection connection = told(Suite.database("app"), one);
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(
                            "update customerfile_overview set name = 'x' where node_id = '" + other + "'"))
                    .isZero();
            assertThat(statement.executeUpdate("delete from customerfile_key where node_id = '" + other + "'"))
                    .isZero();
            assertThatThrownBy(() -> statement.executeUpdate(
                            "update customerfile_file set node_id = '" + other + "' where node_id = '" + one + "'"))
                    .hasMessageContaining("row-level security");
            assertThatThrownBy(() -> statement.executeUpdate(
                            "insert into customerfile_number (node_id, year, last) values ('" + other + "', 2020, 1)"))
                    .hasMessageContaining("row-level security");
        }
    }

    private static long count(String role, @Nullable String node, String table) throws SQLException {
        return Long.parseLong(
                texts(role, "select count(*)::text from " + table, node).getFirst());
    }

    private static List<String> texts(String role, String query) throws SQLException {
        return texts(role, query, null);
    }

    private static List<String> texts(String role, String query, @Nullable String node) throws SQLException {
        try (Connection connection = told(Suite.database(role), node);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    private static Connection told(Connection connection, @Nullable String node) throws SQLException {
        if (node != null) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("select set_config('xd.nodes', '{" + node + "}', false)");
            }
        }
        return connection;
    }
}
