package xindang.evaluation.store;

import static xindang.schema.Tables.EVALUATION_RATING;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.SelectFieldOrAsterisk;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import xindang.customerfile.CustomerLine;
import xindang.evaluation.RatingLine;
import xindang.platform.rest.Cursors;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;
import xindang.platform.store.Keyset;
import xindang.policy.GradePlaces;

/** Table of ratings (评级表). */
@Repository
public class RatingList {

    private static final Keyset LIST =
            Keyset.of("evaluation.ratings", EVALUATION_RATING.ID, "-asOf").sortable("asOf", EVALUATION_RATING.AS_OF);

    private final DSLContext db;
    private final Cursors cursors;

    RatingList(DSLContext db, Cursors cursors) {
        this.db = db;
        this.cursors = cursors;
    }

    /** One page of a customer's ratings. */
    public Page<RatingLine> page(UUID file, GradePlaces.Scale scale, PageQuery query) {
        Keyset.Plan plan = LIST.plan(query);
        Condition condition = EVALUATION_RATING.FILE_ID.eq(file);
        return plan.fetch(
                select(plan, condition),
                cursors,
                Keyset.count(db, EVALUATION_RATING, condition),
                row -> line(row, scale));
    }

    /** All of them. */
    public void each(UUID file, GradePlaces.Scale scale, PageQuery order, Consumer<RatingLine> line) {
        Keyset.Plan plan = LIST.plan(order);
        plan.each(select(plan, EVALUATION_RATING.FILE_ID.eq(file)), row -> line.accept(line(row, scale)));
    }

    private SelectConditionStep<Record> select(Keyset.Plan plan, Condition condition) {
        var fields = new ArrayList<SelectFieldOrAsterisk>(List.of(EVALUATION_RATING.fields()));
        fields.add(plan.key());
        fields.add(plan.keyId());
        return db.select(fields).from(EVALUATION_RATING).where(condition);
    }

    private static RatingLine line(Record row, GradePlaces.Scale scale) {
        BigDecimal score = row.get(EVALUATION_RATING.SCORE);
        return new RatingLine(
                row.get(EVALUATION_RATING.ID),
                row.get(EVALUATION_RATING.AS_OF),
                score == null ? null : score.toPlainString(),
                grade(row.get(EVALUATION_RATING.GRADE), scale),
                grade(row.get(EVALUATION_RATING.GRADE_BY_SCORE), scale),
                row.get(EVALUATION_RATING.DECISION_ID));
    }

    /** A grade of an earlier scale stands at that one's end. */
    private static CustomerLine.@Nullable GradeView grade(@Nullable String code, GradePlaces.Scale scale) {
        if (code == null) {
            return null;
        }
        int steps = scale.codes().size();
        int step = scale.step(code);
        return new CustomerLine.GradeView(code, scale.name(), step == 0 ? steps : step, steps);
    }
}
