package xindang.platform.access;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import xindang.identity.Users;
import xindang.integration.ImportWalk;
import xindang.platform.time.BusinessClock;
import xindang.suite.Answer;
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
    static final List<String> FOR_ALL = List.of("/integration/templates/{kind}.xlsx", "/policy/presets/{preset}");

    private static final String DEFINITION =
            "{\"fields\":[{\"code\":\"name\",\"kind\":\"text\",\"label\":{\"en\":\"Name\",\"zh\":\"名称\"}}],"
                    + "\"format\":1,\"label\":{\"en\":\"Survey\",\"zh\":\"调查\"},\"list\":[\"name\"],\"title\":\"name\"}";

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
        admin.post(
                "/identity/roles",
                "{\"node\":\"%s\",\"role\":{\"zh\":\"角色%s\",\"rights\":[\"customerfile.read\"]}}"
                        .formatted(department, secret));
        String aside = Users.add(server, "d" + secret.toLowerCase(java.util.Locale.ROOT), "sales", company)
                .get("/identity/session")
                .text("/user/id");
        manager.post(
                "/identity/deputies",
                "{\"deputy\":\"%s\",\"until\":\"2099-12-31\",\"reason\":\"休假%s\"}".formatted(aside, secret));
        DSLContext db = server.db();
        var world =
                new ForeignWorld(db, company, department, other, beside, secret, everyTable(db), new LinkedHashMap<>());
        world.collect();
        world.credentialsOf(manager);
        return world;
    }

    private void credentialsOf(Client manager) {
        ids.put("/identity/sessions/", List.of(manager.get("/identity/sessions").text("/items/0/id")));
        Answer token = manager.post("/identity/tokens", """
                {"name":"n","rights":["customerfile.read"],"until":"%s","password":"%s"}""".formatted(
                        LocalDate.now(BusinessClock.ZONE).plusDays(30), RunningServer.PASSWORD));
        ids.put("/identity/tokens/", List.of(token.text("/line/id")));
        // Only directories get in there; everybody else is a stranger.
        ids.put("/identity/scim/v2/Schemas/", List.of("urn:ietf:params:scim:schemas:core:2.0:User"));
        ids.put("/identity/scim/v2/ResourceTypes/", List.of("User"));
        ids.put("/identity/scim/v2/Users/", Objects.requireNonNull(ids.get("/identity/users/")));
        // Only a device makes passkeys; what is not there must be as out of reach as what is.
        ids.put("/identity/passkeys/", List.of(UUID.randomUUID().toString()));
    }

    private static String node(Client admin, String parent, String kind, String name) {
        return admin.post(
                        "/identity/nodes",
                        "{\"parent\":\"%s\",\"kind\":\"%s\",\"name\":\"%s\"}".formatted(parent, kind, name))
                .text("/id");
    }

    /** What no walk through the interface leaves behind. */
    private void fillUp() {
        db.execute("""
                insert into identity_directory (node_id, name, token_hash, created_at, expires_at)
                values (?::uuid, '目录%s', repeat('ab', 32), now(), now() + interval '1 day')""".formatted(secret), company);
        db.execute("""
                insert into secrecy_request (node_id, file_id, requester_id, purpose, days, asked_at)
                select f.node_id, f.id, u.id, '用途%s', 3, now() from customerfile_file f, identity_user u
                where f.node_id = ?::uuid and u.node_id = f.node_id limit 1""".formatted(secret), company);
        db.execute("""
                insert into identity_leave (node_id, user_id, kind, last_day, reason, started_by, started_at)
                select node_id, id, 'leave', current_date, '离岗%s', id, now() from identity_user where node_id = ?::uuid order by id limit 1""".formatted(secret), company);
        forms();
        db.execute("""
                insert into customerfile_slip (node_id, giver_id, receiver_id, selection, note, made_by, made_at)
                select a.node_id, a.id, b.id, 'all', '移交%s', a.id, now() from identity_user a join identity_user b using (node_id)
                where a.node_id = ?::uuid and a.id < b.id limit 1""".formatted(secret), company);
    }

    /** A notice, a bot, a subscription and what it was sent, all of the company. */
    private void notices() {
        db.execute("""
                with told as (
                    insert into notification_notice (node_id, kind, topic, audience, object_kind, object_id, link, words, business_date,
                        told_at, spread_at)
                    values (?::uuid, 'secrecy.access-asked', 'task', '{}', 'request', uuidv7(), '/%1$s', '{"who":"%1$s"}', current_date,
                        now(), now())
                    returning id)
                insert into notification_receipt (notice_id, user_id, told_at)
                select told.id, u.id, now() from told, identity_user u where u.node_id = ?::uuid""".formatted(secret), company, company);
        db.execute("""
                insert into notification_channel (node_id, kind, name, language, topics, host, address, active)
                values (?::uuid, 'wecom', '群%s', 'zh', array['task'], 'h', '', false)""".formatted(secret), company);
        db.execute("""
                with e as (
                    insert into notification_event (node_id, kind, aggregate_kind, aggregate_id, sequence, facts, business_date, at, spread_at)
                    values (?::uuid, 'secrecy.access-asked', 'customer', uuidv7(), 1, '{}', current_date, now(), now())
                    returning id, node_id, aggregate_id),
                s as (
                    insert into notification_subscription (node_id, name, address, kinds, secret, active, created_at, created_by)
                    select e.node_id, '订阅%1$s', 'https://%1$s.example/', array['*'], '', false, now(), u.id
                    from e join identity_user u using (node_id) order by u.id limit 1
                    returning id)
                insert into notification_message (subscription_id, event_id, aggregate_id, sequence, due_at)
                select s.id, e.id, e.aggregate_id, 1, now() from s, e""".formatted(secret), company);
        put(
                "/notification/notices/",
                "select r.id::text from notification_receipt r join identity_user u on u.id = r.user_id where u.node_id = ?::uuid");
        put("/notification/bots/", "select id::text from notification_channel where node_id = ?::uuid");
        put("/notification/subscriptions/", "select id::text from notification_subscription where node_id = ?::uuid");
    }

    private void regime() {
        db.execute("""
                insert into policy_draft (node_id, name, base, note, created_by, created_at, authors, changed_at)
                select node_id, '草案%s', 'S07', '说明', id, now(), array[id], now() from identity_user
                where node_id = ?::uuid order by id limit 1""".formatted(secret), company);
        db.execute("""
                insert into policy_policy (node_id, kind, policy_id, version, valid_from, body, origins, document, sha256, state)
                select ?::uuid, kind, policy_id, '制度%s', valid_from, body, origins, document, sha256, state
                from policy_policy where kind = 'cal' order by id limit 1""".formatted(secret), company);
        db.execute("""
                insert into policy_reading_rule (node_id, roles, within_days, since, changed_by, changed_at)
                select node_id, array['sales'], 10, now() - interval '1 day', id, now() from identity_user
                where node_id = ?::uuid order by id limit 1""", company);
        put("/policy/drafts/", "select id::text from policy_draft where node_id = ?::uuid");
        put("/policy/readings/", "select id::text from policy_draft where node_id = ?::uuid");
        put("/policy/versions/", "select id::text from policy_policy where node_id = ?::uuid");
        ids.put("/policy/presets/", List.of("S07"));
        numbersAndDocuments();
    }

    private void numbersAndDocuments() {
        db.execute("""
                with s as (insert into policy_series (node_id, company_id, kind, year, last) values (?::uuid, ?::uuid, 'slip', 2026, 1) returning *)
                insert into policy_number (series_id, node_id, company_id, kind, serial, number, subject_kind, subject_id, subject_name, given_on, given_at)
                select s.id, s.node_id, s.company_id, s.kind, 1, '编号%1$s', 'slip', uuidv7(), '单据%1$s', date '2026-03-02', now() from s""".formatted(secret), company, company);
        db.execute("""
                with d as (insert into document_document (node_id, subject_kind, subject_id, number, title, level, version)
                    select node_id, 'customer', id, '资料%1$s', '执照%1$s.pdf', 1, 1 from customerfile_file where node_id = ?::uuid order by id limit 1 returning *)
                insert into document_version (document_id, node_id, number, name, type, sha256, size, uploaded_by, uploader_name, uploaded_at)
                select d.id, d.node_id, 1, '执照%1$s.pdf', 'pdf', repeat('ab', 32), 9, u.id, u.name, now()
                from d join identity_user u on u.node_id = d.node_id order by u.id limit 1""".formatted(secret), company);
        put("/policy/series/", "select id::text from policy_series where node_id = ?::uuid");
        put("/policy/numbers/", "select id::text from policy_number where node_id = ?::uuid");
        put("/document/documents/", "select id::text from document_document where node_id = ?::uuid");
        db.execute("""
                with t as (insert into document_letter_template (node_id, code, name, language) values (?::uuid, 'scope', '模板%1$s', 'zh') returning *),
                    v as (insert into document_letter_template_version (template_id, node_id, number, body, changed_by, changer_name, changed_at)
                        select t.id, t.node_id, 1, '<p>%1$s</p>', u.id, u.name, now() from t, (select * from identity_user where node_id = ?::uuid order by id limit 1) u returning *)
                insert into document_letter (node_id, subject_id, subject_name, number, title, template_id, template_version, document_id, code, made_on, made_by, maker_name, made_at)
                select d.node_id, d.subject_id, '客户%1$s', '函%1$s', '函件', v.template_id, 1, d.id, '0123456789ABCDEF', current_date, v.changed_by, v.changer_name, now()
                from v, document_document d where d.node_id = ?::uuid order by d.id limit 1""".formatted(secret), department, company, company);
        put("/document/letters/", "select id::text from document_letter where node_id = ?::uuid");
        put(
                "/document/letter-templates/",
                "select id::text from document_letter_template where node_id = ?::uuid",
                department);
        ids.put("/policy/number-rules/", List.of("slip"));
        ids.put("/policy/number-codes/", List.of(department));
    }

    /** A flow with a draft and a version, and a case of the company that waits at a step. */
    private void flows() {
        db.execute("""
                with f as (insert into workflow_flow (node_id, code, name, published, created_by, created_at)
                    select ?::uuid, 'foreign', '流程%1$s', 1, id, now() from identity_user where node_id = ?::uuid order by id limit 1 returning *),
                d as (insert into workflow_draft (flow_id, definition, authors, changed_at)
                    select id, '{"facts":[],"format":1,"steps":[]}', array[created_by], now() from f),
                v as (insert into workflow_version (flow_id, node_id, number, name, definition, sha256, published_at, published_by, reason)
                    select id, node_id, 1, '流程%1$s', '{"facts":[],"format":1,"steps":[]}', repeat('ab', 32), now(), created_by, '启用%1$s' from f returning *),
                c as (insert into workflow_case (version_id, node_id, object_kind, title, starter_id, started_at, started_on, facts, step, round)
                    select id, node_id, 'request', '申请%1$s', published_by, now(), date '2026-03-02', '{}', 'start', 1 from v returning *),
                t as (insert into workflow_task (case_id, node_id, step, round, part, user_id, why, state, opened_at)
                    select id, node_id, 'start', 1, 'starter', starter_id, 'starter', 'open', now() from c returning *)
                insert into workflow_act (case_id, node_id, step, kind, by_id, at, reason)
                select case_id, node_id, step, 'start', user_id, now(), '理由%1$s' from t""".formatted(secret), department, company);
        put("/workflow/flows/", "select id::text from workflow_flow where node_id = ?::uuid", department);
        put("/workflow/cases/", "select id::text from workflow_case where node_id = ?::uuid", department);
        put("/workflow/tasks/", "select id::text from workflow_task where node_id = ?::uuid", department);
    }

    /** A published form with a draft, and a record of it. */
    private void forms() {
        db.execute("""
                insert into forms_form (node_id, code, subject, published, created_by, created_at)
                select ?::uuid, 'survey', 'none', 1, id, now() from identity_user where node_id = ?::uuid order by id limit 1""", department, company);
        for (int version = 1; version <= 2; version++) {
            String state = version == 1 ? "'published', id, name, now()" : "'draft', null, null, null";
            db.execute(
                    """
                    insert into forms_version (form_id, number, node_id, state, decided_by, decider_name, decided_at, definition, sha256,
                        authors, changed_at)
                    select f.id, %d, f.node_id, %s, '%s', repeat('ab', 32), array[u.id], now()
                    from forms_form f join lateral (select * from identity_user u where u.id = f.created_by) u on true
                    where f.node_id = ?::uuid""".formatted(version, state.replace("id,", "u.id,").replace("name,", "u.name,"), DEFINITION),
                    department);
        }
        db.execute("""
                insert into forms_record (form_id, version, node_id, number, title, data, created_by, creator_name, created_at, changed_by,
                    changer_name, changed_at)
                select id, 1, node_id, 'BD-1', '表单%1$s', '{"name": "表单%1$s"}', created_by, 'n', now(), created_by, 'n', now()
                from forms_form where node_id = ?::uuid""".formatted(secret), department);
    }

    private void collect() {
        fillUp();
        regime();
        notices();
        flows();
        put("/audittrail/entries/", "select id::text from audittrail_entry where node_id = ?::uuid");
        put("/customerfile/customers/", "select id::text from customerfile_file where node_id = ?::uuid");
        put("/customerfile/by-number/", "select number from customerfile_file where node_id = ?::uuid");
        put("/identity/users/", "select id::text from identity_user where node_id = ?::uuid");
        ids.put("/identity/nodes/", List.of(department));
        put("/identity/roles/", "select id::text from identity_role where node_id = ?::uuid", department);
        put(
                "/identity/deputies/",
                "select d.id::text from identity_deputy d join identity_user u on u.id = d.user_id where u.node_id = ?::uuid");
        put("/identity/directories/", "select id::text from identity_directory where node_id = ?::uuid");
        put("/integration/imports/", "select id::text from integration_import where node_id = ?::uuid");
        put("/platform/decisions/", "select id::text from platform_decision where node_id = ?::uuid");
        put("/platform/jobs/", "select id::text from platform_job where node_id = ?::uuid");
        put("/identity/leaves/", "select id::text from identity_leave where node_id = ?::uuid");
        put("/customerfile/slips/", "select id::text from customerfile_slip where node_id = ?::uuid");
        put("/secrecy/requests/", "select id::text from secrecy_request where node_id = ?::uuid");
        put("/secrecy/clearances/", "select id::text from identity_user where node_id = ?::uuid");
        put("/platform/views/", "select id::text from platform_view where node_id = ?::uuid");
        put("/forms/forms/", "select id::text from forms_form where node_id = ?::uuid", department);
        put("/forms/records/", "select id::text from forms_record where node_id = ?::uuid", department);
        ids.put("/library/templates/", List.of("form"));
        ids.put("/library/templates/form/", List.of("capa"));
        ids.put("/library/templates/flow/", List.of("write-off"));
        ids.put("/library/templates/letter/", List.of("holiday-greeting"));
        ids.put("/integration/templates/", List.of("customers"));
        ids.forEach((path, some) -> {
            if (some.isEmpty()) {
                throw new AssertionError("the world has nothing for " + path);
            }
        });
    }

    private void put(String path, String query) {
        put(path, query, company);
    }

    private void put(String path, String query, String node) {
        ids.put(path, db.fetch(query + " order by 1 limit 3", node).into(String.class));
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
            return typed();
        }
        return parameter.name().equals("q") ? List.of("客户", secret.substring(0, 3)) : List.of();
    }

    /** Ids that strangers put into questions. */
    List<String> typed() {
        return List.of(
                company,
                department,
                customer(),
                Objects.requireNonNull(ids.get("/identity/users/")).getFirst());
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

    /** Rises with every transaction that writes anything anywhere; while it stays, so does {@link #fingerprint}. */
    long writes() {
        return db.fetchSingle("select pg_snapshot_xmax(pg_current_snapshot())::text::bigint")
                .get(0, Long.class);
    }

    /** One statement for all tables, as it is asked wherever something was written. */
    private static String everyTable(DSLContext db) {
        return db.fetch("""
                        select distinct table_name from information_schema.columns
                        where table_schema = 'public' and column_name = 'node_id' and table_name !~ '^platform_decision_(2|rest)'
                            -- A number of the register that all departments of the company share.
                            and table_name <> 'secrecy_number'
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
