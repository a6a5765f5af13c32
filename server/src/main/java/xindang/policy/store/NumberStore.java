package xindang.policy.store;

import static xindang.schema.Tables.POLICY_NUMBER;
import static xindang.schema.Tables.POLICY_NUMBER_MOVE;
import static xindang.schema.Tables.POLICY_SERIES;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import xindang.platform.access.Caller;
import xindang.policy.NumberKind;
import xindang.policy.NumberSubject;

/** Tables of series and numbers, as they are given and closed (编号序列表、编号表). */
@Repository
public class NumberStore {

    private final DSLContext db;

    NumberStore(DSLContext db) {
        this.db = db;
    }

    /**
     * Where a series counts.
     *
     * @param node node of the series
     * @param company company within which its numbers are unique
     * @param year business year; null for a series that runs on
     */
    public record Place(
            UUID node,
            UUID company,
            NumberKind kind,
            @Nullable Integer year) {}

    /** A serial that was just taken. */
    public record Serial(UUID series, int serial) {}

    /** Takes the next serial; the series stays locked until the end of the transaction, so none is lost and none doubled. */
    public Serial next(Place place) {
        var s = POLICY_SERIES;
        return db.insertInto(s)
                .set(s.NODE_ID, place.node())
                .set(s.COMPANY_ID, place.company())
                .set(s.KIND, place.kind().code())
                .set(s.YEAR, place.year())
                .set(s.LAST, 1)
                .onConflict(s.NODE_ID, s.KIND, s.YEAR)
                .doUpdate()
                .set(s.LAST, s.LAST.plus(1))
                .returning(s.ID, s.LAST)
                .fetchSingle(row -> new Serial(row.getId(), row.getLast()));
    }

    /** What the next serial would be. */
    public int wouldBe(Place place) {
        var s = POLICY_SERIES;
        return db.select(s.LAST)
                .from(s)
                .where(s.NODE_ID.eq(place.node()).and(s.KIND.eq(place.kind().code())))
                .and(s.YEAR.isNotDistinctFrom(place.year()))
                .fetchOptional(s.LAST)
                .map(last -> last + 1)
                .orElse(1);
    }

    /**
     * A number to be kept.
     *
     * @param id its id
     * @param on business date
     * @param at instant
     */
    public record NewNumber(UUID id, String number, NumberSubject subject, LocalDate on, OffsetDateTime at) {}

    /** Keeps a number; false if the company has one that reads the same. */
    public boolean insert(Place place, Serial serial, NewNumber given) {
        var n = POLICY_NUMBER;
        NumberSubject subject = given.subject();
        return db.insertInto(n)
                        .set(n.ID, given.id())
                        .set(n.SERIES_ID, serial.series())
                        .set(n.NODE_ID, place.node())
                        .set(n.COMPANY_ID, place.company())
                        .set(n.KIND, place.kind().code())
                        .set(n.SERIAL, serial.serial())
                        .set(n.NUMBER, given.number())
                        .set(n.SUBJECT_KIND, subject.kind())
                        .set(n.SUBJECT_ID, subject.id())
                        .set(n.SUBJECT_NAME, subject.name())
                        .set(n.GIVEN_ON, given.on())
                        .set(n.GIVEN_AT, given.at())
                        .onConflict(n.COMPANY_ID, n.KIND, n.NUMBER)
                        .doNothing()
                        .execute()
                == 1;
    }

    /** The number of a subject that counts, locked for a change. */
    public Optional<UUID> lockCounting(NumberKind kind, UUID subject) {
        var n = POLICY_NUMBER;
        return db.select(n.ID)
                .from(n)
                .where(n.KIND.eq(kind.code()).and(n.SUBJECT_ID.eq(subject)))
                .and(n.VOIDED_AT.isNull().and(n.REPLACED_ON.isNull()))
                .forUpdate()
                .fetchOptional(n.ID);
    }

    /** Notes that what has a number went to a node. */
    public void moved(UUID number, UUID node, LocalDate date, OffsetDateTime now) {
        var m = POLICY_NUMBER_MOVE;
        db.insertInto(m)
                .set(m.NUMBER_ID, number)
                .set(m.NODE_ID, node)
                .set(m.MOVED_ON, date)
                .set(m.RECORDED_AT, now)
                .onConflictDoNothing()
                .execute();
    }

    /** Closes a number in favour of another, which is kept later in the same transaction. */
    public void replaced(UUID number, UUID by, LocalDate date) {
        var n = POLICY_NUMBER;
        db.update(n)
                .set(n.REPLACED_ON, date)
                .set(n.REPLACED_BY, by)
                .where(n.ID.eq(number))
                .execute();
    }

    /** Declares a number void that counts; false if it does not any more. */
    public boolean voided(Caller by, UUID number, String reason, OffsetDateTime now) {
        var n = POLICY_NUMBER;
        return db.update(n)
                        .set(n.VOIDED_AT, now)
                        .set(n.VOIDED_BY, by.id())
                        .set(n.VOIDER_NAME, by.name())
                        .set(n.VOID_REASON, reason)
                        .where(n.ID.eq(number).and(n.VOIDED_AT.isNull()).and(n.REPLACED_ON.isNull()))
                        .execute()
                == 1;
    }
}
