package xindang.identity.store;

import static xindang.schema.Tables.IDENTITY_ATTEMPT;

import java.time.OffsetDateTime;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Table of failed sign-ins (登录失败表). */
@Repository
public class AttemptStore {

    private final DSLContext db;

    AttemptStore(DSLContext db) {
        this.db = db;
    }

    /**
     * Failures that count.
     *
     * @param atTarget for what is guessed at
     * @param latest the latest of these; null if there is none
     * @param fromAddress from the address, whatever was guessed at
     */
    public record Failures(int atTarget, @Nullable OffsetDateTime latest, int fromAddress) {}

    /** Guesses at one target wait for each other, so that many at once count as many; must run in a transaction. */
    public void lock(String target) {
        db.select(DSL.field(
                        "pg_advisory_xact_lock(hashtextextended({0}, 0))", Object.class, DSL.val("sign-in " + target)))
                .execute();
    }

    /** Failures at a target and from an address, each since a moment. */
    public Failures failures(String target, String address, OffsetDateTime since, OffsetDateTime addressSince) {
        var latest = DSL.max(IDENTITY_ATTEMPT.TRIED_AT);
        var counted = db.select(DSL.count(), latest)
                .from(IDENTITY_ATTEMPT)
                .where(IDENTITY_ATTEMPT.LOGIN.eq(target).and(IDENTITY_ATTEMPT.TRIED_AT.ge(since)))
                .fetchSingle();
        int fromAddress = db.fetchCount(
                IDENTITY_ATTEMPT, IDENTITY_ATTEMPT.ADDRESS.eq(address).and(IDENTITY_ATTEMPT.TRIED_AT.ge(addressSince)));
        return new Failures(counted.value1(), counted.get(latest), fromAddress);
    }

    /** Notes a failure and tells its id. */
    public long insert(String target, String address, OffsetDateTime now) {
        return Objects.requireNonNull(db.insertInto(IDENTITY_ATTEMPT)
                .set(IDENTITY_ATTEMPT.LOGIN, target)
                .set(IDENTITY_ATTEMPT.ADDRESS, address)
                .set(IDENTITY_ATTEMPT.TRIED_AT, now)
                .returning(IDENTITY_ATTEMPT.ID)
                .fetchSingle(IDENTITY_ATTEMPT.ID));
    }

    /** Takes one back. */
    public void remove(long id) {
        db.deleteFrom(IDENTITY_ATTEMPT).where(IDENTITY_ATTEMPT.ID.eq(id)).execute();
    }

    /** Forgets the failures at a target: somebody succeeded. Old ones of all go too. */
    public void forget(String target, OffsetDateTime before) {
        db.deleteFrom(IDENTITY_ATTEMPT)
                .where(IDENTITY_ATTEMPT.LOGIN.eq(target))
                .or(IDENTITY_ATTEMPT.TRIED_AT.lt(before))
                .execute();
    }
}
