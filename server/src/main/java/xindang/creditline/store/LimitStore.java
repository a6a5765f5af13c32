package xindang.creditline.store;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Repository;
import xindang.creditline.GivenLimit;
import xindang.platform.store.Staged;

/** Table of limits (授信额度表). */
@Repository
public class LimitStore {

    private final DSLContext db;

    LimitStore(@Qualifier("engineDb") DSLContext db) {
        this.db = db;
    }

    /** Adds those that differ from the customer's last in the same currency. */
    public void add(UUID company, LocalDate from, List<GivenLimit> limits) {
        Staged.rows(
                db,
                "staged_limit (file_id uuid, currency text, state text, amount numeric, term_days integer, decision_id uuid)",
                rows -> {
                    for (GivenLimit one : limits) {
                        Integer days = one.termDays();
                        rows.id(one.file())
                                .text(one.currency())
                                .text(one.state())
                                .text(one.amount())
                                .text(days == null ? null : days.toString())
                                .id(one.decision())
                                .end();
                    }
                },
                () -> db.execute("""
                        insert into creditline_limit (node_id, file_id, currency, state, amount, term_days, valid_from, decision_id)
                        select ?, s.file_id, s.currency, s.state, s.amount, s.term_days, ?, s.decision_id from staged_limit s
                        left join lateral (select r.state, r.amount, r.term_days from creditline_limit r
                            where r.file_id = s.file_id and r.currency = s.currency
                            order by r.valid_from desc, r.id desc limit 1) l on true
                        where l.state is null
                            or (l.state, l.amount, l.term_days) is distinct from (s.state, s.amount, s.term_days)""", company, from));
    }

    /** Removes all of some customers. */
    public void remove(List<UUID> files) {
        db.execute("delete from creditline_limit where file_id = any(?)", (Object) files.toArray(UUID[]::new));
    }
}
