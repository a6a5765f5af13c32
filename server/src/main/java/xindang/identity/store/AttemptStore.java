package xindang.identity.store;

import static xindang.schema.Tables.IDENTITY_ATTEMPT;

import java.time.OffsetDateTime;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** Table of failed sign-ins (登录失败表). */
@Repository
public class AttemptStore {

    private final DSLContext db;

    AttemptStore(DSLContext db) {
        this.db = db;
    }

    /**
     * Counts and notes an attempt in one step: attempts for one login wait for each other, so that many at once count as
     * many. Must run in a transaction.
     *
     * @param since attempts before this no longer count
     * @return attempts noted since then, without this one: by the login, and from the address
     */
    public Counts note(String login, String address, OffsetDateTime now, OffsetDateTime since) {
        db.select(DSL.field(
                        "pg_advisory_xact_lock(hashtextextended({0}, 0))", Object.class, DSL.val("sign-in " + login)))
                .execute();
        var counts = new Counts(
                count(IDENTITY_ATTEMPT.LOGIN.eq(login), since), count(IDENTITY_ATTEMPT.ADDRESS.eq(address), since));
        db.insertInto(IDENTITY_ATTEMPT)
                .set(IDENTITY_ATTEMPT.LOGIN, login)
                .set(IDENTITY_ATTEMPT.ADDRESS, address)
                .set(IDENTITY_ATTEMPT.TRIED_AT, now)
                .execute();
        return counts;
    }

    /**
     * Attempts noted.
     *
     * @param byLogin for the login
     * @param fromAddress from the address, whatever the login
     */
    public record Counts(int byLogin, int fromAddress) {}

    /** Forgets the attempts for a login: it succeeded. Old ones of all go too. */
    public void forget(String login, OffsetDateTime before) {
        db.deleteFrom(IDENTITY_ATTEMPT)
                .where(IDENTITY_ATTEMPT.LOGIN.eq(login))
                .or(IDENTITY_ATTEMPT.TRIED_AT.lt(before))
                .execute();
    }

    private int count(Condition condition, OffsetDateTime since) {
        return db.fetchCount(IDENTITY_ATTEMPT, condition.and(IDENTITY_ATTEMPT.TRIED_AT.ge(since)));
    }
}
