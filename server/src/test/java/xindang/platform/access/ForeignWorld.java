package xindang.platform.access;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import xindang.identity.Users;
import xindang.integration.ImportWalk;
import xindang.suite.Client;
import xindang.suite.Contract;
import xindang.suite.RunningServer;

/**
 * A company with everything this version knows of, a company beside it, and a department beside the one that has it all.
 *
 * @param everyTable the statement of {@link #fingerprint}
 * @param ids ids of objects by the first words of the paths that take them
 */
record ForeignWorld(
        DSLContext db,
        String company,
        String department,
        String otherCompany,
        String otherDepartment,
        String secret,
        String everyTable,
        Map<String, List<String>> ids) {

    /** Streams that do not end by themselves; their own tests show whose events they carry. */
    static final List<String> ENDLESS = List.of("/platform/events");

    /** Paths with a parameter that names nothing of a company. */
    static final List<String> FOR_ALL = List.of("/integration/templates/{kind}.xlsx");

    /** Fills both companies of a server. */
    static ForeignWorld fill(RunningServer server, String secret) {
        Client admin = server.admin();
        String root = admin.get("/identity/session").text("/node/id");
        String company = node(admin, root, "company", "本公司");
        String department = node(admin, company, "department", "部门" + secret);
        String beside = node(admin, company, "department", "邻部");
        String other = node(admin, root, "company", "旁公司");
        Client manager = Users.add(server, "m" + secret.toLowerCase(java.util.Locale.ROOT), "credit-manager", company);
        var walk = new ImportWalk(manager);
        walk.imported("customers", "客户编码,客户名称,部门\nK%1$s,客户%1$s,部门%1$s\nL%1$s,二客户%1$s,部门%1$s\n".formatted(secret));
        String bill =
                "K%1$s,客户%1$s,F%1$s,2025-01-01,2025-02-01,123456.78\nL%1$s,二客户%1$s,G%1$s,2025-03-01,2025-04-01,5.00\n";
        walk.imported("invoices", ("客户编码,客户名称,发票号,开票日期,到期日,金额\n" + bill).formatted(secret));
        walk.upload("invoices", "客户编码,客户名称,发票号,开票日期,到期日,金额\nX%1$s,%1$s,H%1$s,坏,坏,坏\n".formatted(secret));
        manager.post("/platform/views", "{\"list\":\"customers\",\"name\":\"视图\",\"body\":{},\"shared\":true}");
        manager.get("/receivable/ageing");
        walk.quiet();
        DSLContext db = server.db();
        var world =
                new ForeignWorld(db, company, department, other, beside, secret, everyTable(db), new LinkedHashMap<>());
        world.collect();
        return world;
    }

    private static String node(Client admin, String parent, String kind, String name) {
        return admin.post(
                        "/identity/nodes",
                        "{\"parent\":\"%s\",\"kind\":\"%s\",\"name\":\"%s\"}".formatted(parent, kind, name))
                .text("/id");
    }

    private void collect() {
        put("/customerfile/customers/", "select id::text from customerfile_file where node_id = ?::uuid");
        put("/customerfile/by-number/", "select number from customerfile_file where node_id = ?::uuid");
        put("/identity/users/", "select id::text from identity_user where node_id = ?::uuid");
        put("/integration/imports/", "select id::text from integration_import where node_id = ?::uuid");
        put("/platform/decisions/", "select id::text from platform_decision where node_id = ?::uuid");
        put("/platform/jobs/", "select id::text from platform_job where node_id = ?::uuid");
        put("/platform/views/", "select id::text from platform_view where node_id = ?::uuid");
        ids.put("/integration/templates/", List.of("customers"));
        ids.forEach((path, some) -> {
            if (some.isEmpty()) {
                throw new AssertionError("the world has nothing for " + path);
            }
        });
    }

    private void put(String path, String query) {
        ids.put(path, db.fetch(query + " order by 1 limit 3", company).into(String.class));
    }

    /** A customer of the company. */
    String customer() {
        return Objects.requireNonNull(ids.get("/customerfile/customers/")).getFirst();
    }

    /** The paths of an endpoint with what is not the stranger's in them. */
    List<String> paths(Contract.Endpoint endpoint) {
        if (endpoint.in("path").isEmpty()) {
            return List.of(endpoint.path());
        }
        int brace = endpoint.path().indexOf('{');
        List<String> some = ids.get(endpoint.path().substring(0, brace));
        if (some == null) {
            throw new AssertionError("say in ForeignWorld.collect which ids go into " + endpoint);
        }
        return some.stream()
                .map(id -> endpoint.path().replaceFirst("\\{[a-z]+}", id).replaceAll("\\{[a-z]+}", "2"))
                .toList();
    }

    /** What a stranger may try in a parameter of a query: ids where ids are asked for, and the secret itself in texts. */
    List<String> ids(Contract.Parameter parameter) {
        if ("uuid".equals(parameter.schema().get("format"))) {
            return List.of(
                    company,
                    department,
                    customer(),
                    Objects.requireNonNull(ids.get("/identity/users/")).getFirst());
        }
        return parameter.name().equals("q") ? List.of("客户", secret.substring(0, 3)) : List.of();
    }

    /** Ids of the company that a text holds and the question did not. */
    List<String> found(String body, String asked) {
        var found = new ArrayList<String>();
        ids.forEach((path, some) -> some.stream()
                .filter(id -> id.length() == company.length() && body.contains(id) && !asked.contains(id))
                .forEach(found::add));
        return found;
    }

    /** One text for all rows of the company, which changes with any of them. */
    String fingerprint() {
        return String.valueOf(db.fetchValue(everyTable, company, department));
    }

    /** One statement for all tables, as it is asked after every call. */
    private static String everyTable(DSLContext db) {
        return db.fetch("""
                        select distinct table_name from information_schema.columns
                        where table_schema = 'public' and column_name = 'node_id' and table_name !~ '^platform_decision_(2|rest)'
                        order by 1""").into(String.class).stream()
                .map(
                        "select '%1$s' as called, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as hash from %1$s t, within w where t.node_id = any (w.nodes)"
                                ::formatted)
                .collect(Collectors.joining(
                        " union all ",
                        "with within as (select array[?::uuid, ?::uuid] as nodes) select string_agg(called || hash, ' ' order by called) from (",
                        ") each"));
    }
}
