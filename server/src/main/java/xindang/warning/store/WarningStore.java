package xindang.warning.store;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Repository;
import xindang.platform.store.Staged;
import xindang.warning.RaisedWarning;

/** Table of warnings (预警表): one open per customer and rule. */
@Repository
public class WarningStore {

    private final DSLContext db;

    WarningStore(@Qualifier("engineDb") DSLContext db) {
        this.db = db;
    }

    /** Closes, renews and adds, so that the open warnings of the customers are those raised. */
    public void replace(UUID company, LocalDate asOf, List<UUID> assessed, List<RaisedWarning> raised) {
        Staged.rows(
                db,
                "staged_warning (file_id uuid, level text, rule text, facts jsonb, decision_id uuid)",
                rows -> {
                    for (RaisedWarning one : raised) {
                        rows.id(one.file())
                                .text(one.level())
                                .text(one.rule())
                                .text(one.facts())
                                .id(one.decision())
                                .end();
                    }
                },
                () -> merge(company, asOf, assessed));
    }

    private void merge(UUID company, LocalDate asOf, List<UUID> assessed) {
        db.execute("""
                update warning_warning w set closed_on = greatest(?, w.raised_on)
                where w.file_id = any(?) and w.closed_on is null and not exists (
                    select from staged_warning s where s.file_id = w.file_id and s.rule = w.rule and s.level = w.level)""", asOf, assessed.toArray(UUID[]::new));
        db.execute("""
                update warning_warning w set facts = s.facts, decision_id = s.decision_id from staged_warning s
                where w.file_id = s.file_id and w.rule = s.rule and w.closed_on is null and w.facts <> s.facts""");
        db.execute("""
                insert into warning_warning (node_id, file_id, level, rule, facts, raised_on, decision_id)
                select ?, file_id, level, rule, facts, ?, decision_id from staged_warning s where not exists (
                    select from warning_warning w where w.file_id = s.file_id and w.rule = s.rule and w.closed_on is null)""", company, asOf);
    }

    /** Closes all open ones of some customers. */
    public void close(LocalDate asOf, List<UUID> files) {
        db.execute(
                "update warning_warning set closed_on = greatest(?, raised_on) where closed_on is null and file_id = any(?)",
                asOf,
                files.toArray(UUID[]::new));
    }

    /** Removes all of some customers. */
    public void remove(List<UUID> files) {
        db.execute("delete from warning_warning where file_id = any(?)", (Object) files.toArray(UUID[]::new));
    }
}
