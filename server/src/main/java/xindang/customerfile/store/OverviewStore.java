package xindang.customerfile.store;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Repository;
import xindang.customerfile.Appraisal;
import xindang.customerfile.CustomerRegister.Figures;
import xindang.platform.store.CopyRows;
import xindang.platform.store.Staged;

/** Table of the customer overview (客户总览), written by imports and assessments. */
@Repository
public class OverviewStore {

    private final DSLContext db;

    OverviewStore(@Qualifier("engineDb") DSLContext db) {
        this.db = db;
    }

    /** Writes rows for new files and for files with figures; what did not change is not written. */
    public void write(List<UUID> created, Iterable<Figures> figures) {
        Staged.rows(
                db,
                "staged_figures (file_id uuid, currency text, open numeric, overdue numeric, max_days integer, others jsonb)",
                rows -> {
                    for (Figures one : figures) {
                        rows.id(one.file())
                                .text(one.currency())
                                .amount(one.open(), one.digits())
                                .amount(one.overdue(), one.digits())
                                .whole(one.maxDays())
                                .text(one.others())
                                .end();
                    }
                },
                () -> {
                    insert(created);
                    db.execute("""
                            update customerfile_overview o set currency = g.currency, open = g.open, overdue = g.overdue,
                                max_days = g.max_days, other_currencies = g.others,
                                usage = case when o.limit_amount > 0 and o.currency = g.currency
                                    then least(round(g.open / o.limit_amount, 4), 99999999) end,
                                -- A limit counts in the currency it was given in; in another one there is none yet.
                                limit_state = case when o.currency = g.currency then o.limit_state else 'not-assessed' end,
                                limit_amount = case when o.currency = g.currency then o.limit_amount end,
                                term_days = case when o.currency = g.currency then o.term_days end, recorded_at = now()
                            from staged_figures g where o.file_id = g.file_id
                            and (o.currency, o.open, o.overdue, o.max_days, o.other_currencies)
                                is distinct from (g.currency::currency_code, g.open, g.overdue, g.max_days, g.others)""");
                });
    }

    private void insert(List<UUID> created) {
        if (created.isEmpty()) {
            return;
        }
        db.execute("""
                insert into customerfile_overview (file_id, node_id, department_id, keeper_id, deputy_keeper_id, number, name, credit_code, currency,
                    open, overdue, max_days, other_currencies)
                select f.id, f.node_id, f.department_id, f.keeper_id, f.deputy_keeper_id, f.number, p.name, p.credit_code, coalesce(g.currency, 'CNY'),
                    coalesce(g.open, 0), coalesce(g.overdue, 0), coalesce(g.max_days, 0), coalesce(g.others, '[]')
                from unnest(?::uuid[]) c (id) join customerfile_file f on f.id = c.id
                join customerfile_party p on p.id = f.party_id left join staged_figures g on g.file_id = f.id
                order by f.number""", (Object) created.toArray(UUID[]::new));
    }

    /** Writes what was assessed; what did not change is not written. */
    public void write(LocalDate asOf, List<Appraisal> appraisals) {
        Staged.rows(
                db,
                "staged_appraisal (file_id uuid, limit_state text, limit_amount numeric, grade text, grade_scale text,"
                        + " grade_step integer, grade_steps integer, warning_level integer, warning_count integer, term_days integer)",
                rows -> {
                    for (Appraisal one : appraisals) {
                        appraisal(rows, one);
                    }
                },
                () -> db.execute("""
                        update customerfile_overview o set limit_state = s.limit_state, limit_amount = s.limit_amount, grade = s.grade,
                            grade_scale = s.grade_scale, grade_step = s.grade_step, grade_steps = s.grade_steps,
                            warning_level = s.warning_level, warning_count = s.warning_count, term_days = s.term_days,
                            assessed_on = s.assessed_on, usage = s.usage, recorded_at = now()
                        from (select a.*, ?::date as assessed_on,
                            case when a.limit_amount > 0 then least(round(c.open / a.limit_amount, 4), 99999999) end as usage
                            from staged_appraisal a join customerfile_overview c on c.file_id = a.file_id) s
                        where o.file_id = s.file_id
                        and (o.limit_state, o.limit_amount, o.grade, o.grade_scale, o.grade_step, o.grade_steps, o.warning_level,
                            o.warning_count, o.term_days, o.assessed_on, o.usage) is distinct from (s.limit_state, s.limit_amount,
                            s.grade, s.grade_scale, s.grade_step, s.grade_steps, s.warning_level, s.warning_count, s.term_days,
                            s.assessed_on, s.usage)""", asOf));
    }

    private static void appraisal(CopyRows rows, Appraisal one) throws SQLException {
        Appraisal.GradePlace grade = one.grade();
        Integer days = one.termDays();
        rows.id(one.file())
                .text(one.limitState())
                .text(one.limitAmount())
                .text(grade == null ? null : grade.code())
                .text(grade == null ? null : grade.scale())
                .text(grade == null ? null : Integer.toString(grade.step()))
                .text(grade == null ? null : Integer.toString(grade.steps()))
                .whole(one.warningLevel())
                .whole(one.warningCount())
                .text(days == null ? null : days.toString())
                .end();
    }

    /** Empties what assessments wrote. */
    public void clear(List<UUID> files) {
        db.execute("""
                update customerfile_overview set grade = null, grade_scale = null, grade_step = null, grade_steps = null,
                    limit_state = 'not-assessed', limit_amount = null, usage = null, warning_level = 0, warning_count = 0,
                    term_days = null, assessed_on = null where file_id = any(?)""", (Object) files.toArray(UUID[]::new));
    }
}
