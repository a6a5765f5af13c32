package xindang.evaluation.store;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Repository;
import xindang.evaluation.GivenRating;
import xindang.platform.store.Staged;

/** Table of grades (评级结果表). */
@Repository
public class RatingStore {

    private final DSLContext db;

    RatingStore(@Qualifier("engineDb") DSLContext db) {
        this.db = db;
    }

    /** Adds those that differ from the customer's last. */
    public void add(UUID company, LocalDate asOf, List<GivenRating> ratings) {
        Staged.rows(
                db,
                "staged_rating (file_id uuid, score numeric, grade text, by_score text, decision_id uuid)",
                rows -> {
                    for (GivenRating one : ratings) {
                        rows.id(one.file())
                                .text(one.score())
                                .text(one.grade())
                                .text(one.gradeByScore())
                                .id(one.decision())
                                .end();
                    }
                },
                () -> db.execute("""
                        insert into evaluation_rating (node_id, file_id, as_of, score, grade, grade_by_score, decision_id)
                        select ?, s.file_id, ?, s.score, s.grade, s.by_score, s.decision_id from staged_rating s
                        left join lateral (select r.score, r.grade from evaluation_rating r where r.file_id = s.file_id
                            order by r.as_of desc, r.id desc limit 1) l on true
                        where l.grade is null or (l.score, l.grade) is distinct from (s.score, s.grade)""", company, asOf));
    }

    /** Removes all of some customers. */
    public void remove(List<UUID> files) {
        db.execute("delete from evaluation_rating where file_id = any(?)", (Object) files.toArray(UUID[]::new));
    }
}
