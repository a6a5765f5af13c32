package xindang.insight.store;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Repository;
import xindang.engine.assessment.AssessmentRecord;
import xindang.engine.canonical.CanonicalJson;
import xindang.engine.creditline.CreditLimit;
import xindang.engine.creditline.LimitProposal;
import xindang.engine.decision.DecisionRun;
import xindang.engine.evaluation.EvaluationResult;
import xindang.engine.evaluation.Grade;
import xindang.engine.evaluation.RatingScale;
import xindang.engine.money.Money;
import xindang.engine.warning.WarningFinding;
import xindang.engine.warning.WarningLevel;
import xindang.format.EffectivePolicies;
import xindang.format.WarningMapping;
import xindang.insight.Decided;
import xindang.platform.store.CopyRows;
import xindang.receivable.CustomerFigures;

/**
 * What a run over a portfolio writes (评估落库): records, grades, limits, warnings, the overview. Each chunk goes by COPY into tables
 * of the transaction, then by one statement per table.
 */
@Repository
public class AssessmentStore {

    private final DSLContext db;
    private final SecureRandom random = new SecureRandom();

    AssessmentStore(@Qualifier("engineDb") DSLContext db) {
        this.db = db;
    }

    /** What all chunks of a run share. */
    public record Run(UUID company, UUID id, LocalDate asOf, String header, EffectivePolicies policies) {}

    /** Waits until no import or other run of the company is deciding; until the end of the transaction. */
    public void lockCompany(UUID company) {
        db.execute("select pg_advisory_xact_lock(hashtextextended('portfolio ' || ?::text, 0))", company);
    }

    /** Number of customers with items. */
    public long customers(UUID company) {
        return db.resultQuery("select count(distinct file_id) from receivable_account where node_id = ?", company)
                .fetchSingle()
                .get(0, Long.class);
    }

    /** Stores the header of a run and prepares its tables. */
    public UUID begin(UUID company, DecisionRun header) {
        db.execute("""
                create temp table staged_rating (file_id uuid, score numeric, grade text, by_score text, decision_id uuid) on commit drop;
                create temp table staged_limit (file_id uuid, currency text, state text, amount numeric, term_days integer,
                    decision_id uuid) on commit drop;
                create temp table staged_warning (file_id uuid, level text, rule text, facts jsonb, decision_id uuid) on commit drop;
                create temp table staged_outcome (file_id uuid, outcome text, decision_id uuid) on commit drop;
                create temp table staged_overview (file_id uuid, limit_state text, limit_amount numeric, grade text, grade_scale text,
                    grade_step integer, grade_steps integer, warning_level integer, warning_count integer, term_days integer)
                    on commit drop""");
        return db.resultQuery(
                        "insert into platform_decision_run (node_id, header, sha256, as_of) values (?, ?, ?, ?) returning id",
                        company,
                        header.text(),
                        header.sha256(),
                        header.asOf())
                .fetchSingle()
                .get(0, UUID.class);
    }

    /** Open amounts of a company at the end of a day in minor units, by currency code. */
    public Map<String, Long> openByCurrency(UUID company, LocalDate asOf) {
        var open = new HashMap<String, Long>();
        db.resultQuery("""
                        select i.currency, sum(i.amount - case
                            when i.split then coalesce((select sum(t.amount) from receivable_settlement t
                                where t.item_id = i.id and (t.settled_on is null or t.settled_on <= ?)), 0)
                            when i.settled_on is null or i.settled_on <= ? then i.settled_amount else 0 end)
                        from receivable_item i where i.node_id = ? and (i.issued is null or i.issued <= ?) group by i.currency""", asOf, asOf, company, asOf).fetch().forEach(row -> {
            Currency currency = Currency.getInstance(row.get(0, String.class));
            open.put(
                    currency.getCurrencyCode(),
                    Money.exact(currency, row.get(1, java.math.BigDecimal.class))
                            .minor());
        });
        return open;
    }

    /** What decisions call customers: their key in the ledger, else their number. */
    public Map<UUID, String> names(List<UUID> files) {
        var names = new HashMap<UUID, String>();
        db.resultQuery("""
                select f.id, coalesce((select min(k.key) from customerfile_key k where k.file_id = f.id and k.source = 'ledger'), f.number)
                from customerfile_file f where f.id = any(?)""", (Object) files.toArray(UUID[]::new))
                .fetch()
                .forEach(row -> names.put(row.get(0, UUID.class), row.get(1, String.class)));
        return names;
    }

    /** Writes what differs from the last assessment of each customer; answers how many do. */
    public int write(Run run, List<Decided> decided) {
        Map<UUID, String> before = before(decided);
        List<Decided> changed = decided.stream()
                .filter(one -> !one.outcome().equals(before.get(one.file())))
                .toList();
        if (changed.isEmpty()) {
            return 0;
        }
        UUID[] ids = new UUID[changed.size()];
        Arrays.setAll(ids, _ -> nextId());
        db.execute("truncate staged_rating, staged_limit, staged_warning, staged_outcome");
        copy("platform_decision (id, node_id, run_id, kind, subject_id, record, sha256)", changed, (rows, one, i) -> {
            var line = one.record().line(run.header());
            rows.id(ids[i])
                    .id(run.company())
                    .id(run.id())
                    .text(AssessmentRecord.KIND)
                    .id(one.file())
                    .text(line.text())
                    .text(line.sha256())
                    .end();
        });
        copy(
                "staged_outcome",
                changed,
                (rows, one, i) ->
                        rows.id(one.file()).text(one.outcome()).id(ids[i]).end());
        copy("staged_rating", changed, (rows, one, i) -> rating(rows, one, ids[i]));
        copy("staged_limit", changed, (rows, one, i) -> limits(rows, one, ids[i]));
        copy("staged_warning", changed, (rows, one, i) -> warnings(rows, one, ids[i]));
        merge(run);
        return changed.size();
    }

    private Map<UUID, String> before(List<Decided> decided) {
        var before = new HashMap<UUID, String>();
        db.resultQuery("select file_id, outcome from insight_assessment where file_id = any(?)", (Object)
                        decided.stream().map(Decided::file).toArray(UUID[]::new))
                .fetch()
                .forEach(row -> before.put(row.get(0, UUID.class), row.get(1, String.class)));
        return before;
    }

    /** An id of version 7: its first 48 bits are the milliseconds, so that rows of a run lie together. */
    private UUID nextId() {
        long high = (System.currentTimeMillis() << 16) | 0x7000 | random.nextInt(1 << 12);
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | Long.MIN_VALUE;
        return new UUID(high, low);
    }

    /** Writes the rows of one customer. */
    @FunctionalInterface
    private interface RowWriter {
        void write(CopyRows rows, Decided one, int index) throws SQLException;
    }

    private void copy(String target, List<Decided> all, RowWriter writer) {
        db.connection(connection -> {
            try (CopyRows rows = CopyRows.into(connection, target)) {
                for (int i = 0; i < all.size(); i++) {
                    writer.write(rows, all.get(i), i);
                }
                rows.finish();
            }
        });
    }

    private static void rating(CopyRows rows, Decided one, UUID decision) throws SQLException {
        String byScore = one.assessment().evaluation() instanceof EvaluationResult.Rated rated
                ? rated.gradeByScore().code()
                : null;
        rows.id(one.file())
                .text(
                        one.assessment().score().isPresent()
                                ? one.assessment().score().get().text()
                                : null)
                .text(AssessmentRecord.gradeCode(one.assessment().grade()))
                .text(byScore)
                .id(decision)
                .end();
    }

    private static void limits(CopyRows rows, Decided one, UUID decision) throws SQLException {
        for (int i = 0; i < one.accounts().size(); i++) {
            LimitProposal proposal = one.assessment().limits().get(i);
            rows.id(one.file())
                    .text(one.accounts().get(i).currency().getCurrencyCode())
                    .text(state(proposal.limit()))
                    .text(amount(proposal.limit()))
                    .text(term(proposal))
                    .id(decision)
                    .end();
        }
    }

    private static void warnings(CopyRows rows, Decided one, UUID decision) throws SQLException {
        for (WarningFinding.Raised warning : one.assessment().warnings()) {
            rows.id(one.file())
                    .text(warning.level().code())
                    .text(warning.reason().rule().toString())
                    .text(CanonicalJson.text(warning.reason().facts()))
                    .id(decision)
                    .end();
        }
    }

    private static String state(CreditLimit limit) {
        return limit instanceof CreditLimit.Capped ? "capped" : limit.text();
    }

    private static @Nullable String amount(CreditLimit limit) {
        return limit instanceof CreditLimit.Capped capped ? capped.amount().decimal() : null;
    }

    private static @Nullable String term(LimitProposal proposal) {
        return proposal.termDays().isPresent()
                ? Integer.toString(proposal.termDays().getAsInt())
                : null;
    }

    private void merge(Run run) {
        UUID company = run.company();
        LocalDate asOf = run.asOf();
        db.execute("""
                insert into evaluation_rating (node_id, file_id, as_of, score, grade, grade_by_score, decision_id)
                select ?, s.file_id, ?, s.score, s.grade, s.by_score, s.decision_id from staged_rating s
                left join lateral (select r.score, r.grade from evaluation_rating r where r.file_id = s.file_id
                    order by r.as_of desc, r.id desc limit 1) l on true
                where l.grade is null or (l.score, l.grade) is distinct from (s.score, s.grade)""", company, asOf);
        db.execute("""
                insert into creditline_limit (node_id, file_id, currency, state, amount, term_days, valid_from, decision_id)
                select ?, s.file_id, s.currency, s.state, s.amount, s.term_days, ?, s.decision_id from staged_limit s
                left join lateral (select r.state, r.amount, r.term_days from creditline_limit r
                    where r.file_id = s.file_id and r.currency = s.currency order by r.valid_from desc, r.id desc limit 1) l on true
                where l.state is null or (l.state, l.amount, l.term_days) is distinct from (s.state, s.amount, s.term_days)""", company, asOf);
        db.execute("""
                update warning_warning w set closed_on = greatest(?, w.raised_on) from staged_outcome o
                where w.file_id = o.file_id and w.closed_on is null and not exists (
                    select from staged_warning s where s.file_id = w.file_id and s.rule = w.rule and s.level = w.level)""", asOf);
        db.execute("""
                update warning_warning w set facts = s.facts, decision_id = s.decision_id from staged_warning s
                where w.file_id = s.file_id and w.rule = s.rule and w.closed_on is null and w.facts <> s.facts""");
        db.execute("""
                insert into warning_warning (node_id, file_id, level, rule, facts, raised_on, decision_id)
                select ?, file_id, level, rule, facts, ?, decision_id from staged_warning s where not exists (
                    select from warning_warning w where w.file_id = s.file_id and w.rule = s.rule and w.closed_on is null)""", company, asOf);
        db.execute("""
                insert into insight_assessment (file_id, node_id, as_of, outcome, decision_id)
                select file_id, ?, ?, outcome, decision_id from staged_outcome
                on conflict (file_id) do update set as_of = excluded.as_of, outcome = excluded.outcome,
                    decision_id = excluded.decision_id, recorded_at = now()""", company, asOf);
    }

    /** Writes what lists show of the assessments. */
    public void overview(Run run, List<Decided> decided) {
        RatingScale scale = run.policies().rating().scale();
        List<WarningLevel> levels =
                WarningMapping.policy(run.policies().body("ews")).levels();
        db.execute("truncate staged_overview");
        copy("staged_overview", decided, (rows, one, i) -> overview(rows, one, scale, levels));
        db.execute("""
                update customerfile_overview o set limit_state = s.limit_state, limit_amount = s.limit_amount, grade = s.grade,
                    grade_scale = s.grade_scale, grade_step = s.grade_step, grade_steps = s.grade_steps,
                    warning_level = s.warning_level, warning_count = s.warning_count, term_days = s.term_days, assessed_on = ?,
                    usage = case when s.limit_amount > 0 then least(round(o.open / s.limit_amount, 4), 99999999) end,
                    recorded_at = now()
                from staged_overview s where o.file_id = s.file_id
                and (o.limit_state, o.limit_amount, o.grade, o.grade_scale, o.grade_step, o.grade_steps, o.warning_level,
                    o.warning_count, o.term_days, o.assessed_on, o.usage) is distinct from (s.limit_state, s.limit_amount, s.grade,
                    s.grade_scale, s.grade_step, s.grade_steps, s.warning_level, s.warning_count, s.term_days, ?::date,
                    case when s.limit_amount > 0 then least(round(o.open / s.limit_amount, 4), 99999999) end)""", run.asOf(), run.asOf());
    }

    private static void overview(CopyRows rows, Decided one, RatingScale scale, List<WarningLevel> levels)
            throws SQLException {
        int main = one.accounts().indexOf(CustomerFigures.main(one.accounts()));
        LimitProposal proposal = one.assessment().limits().get(main);
        Grade grade = one.assessment().grade().orElse(null);
        int worst = 0;
        for (WarningFinding.Raised warning : one.assessment().warnings()) {
            worst = Math.max(worst, levels.indexOf(warning.level()) + 1);
        }
        rows.id(one.file())
                .text(state(proposal.limit()))
                .text(amount(proposal.limit()))
                .text(grade == null ? null : grade.code())
                .text(grade == null ? null : scale.id())
                .text(grade == null ? null : Integer.toString(scale.grades().indexOf(grade) + 1))
                .text(grade == null ? null : Integer.toString(scale.grades().size()))
                .whole(worst)
                .whole(one.assessment().warnings().size())
                .text(term(proposal))
                .end();
    }

    /** Customers without items have nothing to be assessed by any more. */
    public void end(UUID company, LocalDate asOf) {
        var gone = new ArrayList<>(db.resultQuery("""
                select a.file_id from insight_assessment a where a.node_id = ?
                and not exists (select from receivable_account r where r.file_id = a.file_id)""", company).fetch(0, UUID.class));
        if (gone.isEmpty()) {
            return;
        }
        Object files = gone.toArray(UUID[]::new);
        db.execute(
                "update warning_warning set closed_on = greatest(?, raised_on) where closed_on is null and file_id = any(?)",
                asOf,
                files);
        db.execute("""
                update customerfile_overview set grade = null, grade_scale = null, grade_step = null, grade_steps = null,
                    limit_state = 'not-assessed', limit_amount = null, usage = null, warning_level = 0, warning_count = 0,
                    term_days = null, assessed_on = null where file_id = any(?)""", files);
        db.execute("delete from insight_assessment where file_id = any(?)", files);
    }

    /** Removes what was written about customers that are removed themselves. */
    public void forget(List<UUID> files) {
        Object ids = files.toArray(UUID[]::new);
        for (String table : List.of("insight_assessment", "evaluation_rating", "creditline_limit", "warning_warning")) {
            db.execute("delete from " + table + " where file_id = any(?)", ids);
        }
    }
}
