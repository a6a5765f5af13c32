package xindang.platform.store;

import static xindang.schema.Tables.PLATFORM_IDEMPOTENCY;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Answers kept for repeated requests (幂等应答表). */
@Repository
public class AnswerStore {

    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final DSLContext db;
    private final JsonMapper json;

    AnswerStore(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    /**
     * Whose request with which key.
     *
     * @param caller user
     * @param endpoint method and path
     * @param key what the caller named the request
     */
    public record Key(String caller, String endpoint, String key) {}

    /**
     * An answer that was given.
     *
     * @param status HTTP status
     * @param headers headers worth repeating
     * @param body bytes of the body
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Answer(int status, Map<String, String> headers, byte[] body) {}

    /**
     * What is known about a key.
     *
     * @param requestHash hash of the request
     * @param since when it came
     * @param answer the answer, once it is given
     */
    public record Known(String requestHash, OffsetDateTime since, Optional<Answer> answer) {}

    /** Begins a request; false if the key is known. */
    public boolean begin(Key key, String requestHash, OffsetDateTime now) {
        return db.insertInto(PLATFORM_IDEMPOTENCY)
                        .set(PLATFORM_IDEMPOTENCY.CALLER, key.caller())
                        .set(PLATFORM_IDEMPOTENCY.ENDPOINT, key.endpoint())
                        .set(PLATFORM_IDEMPOTENCY.KEY, key.key())
                        .set(PLATFORM_IDEMPOTENCY.REQUEST_HASH, requestHash)
                        .set(PLATFORM_IDEMPOTENCY.STATE, "running")
                        .set(PLATFORM_IDEMPOTENCY.CREATED_AT, now)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** What is known about a key. */
    public Optional<Known> find(Key key) {
        return db.selectFrom(PLATFORM_IDEMPOTENCY)
                .where(PLATFORM_IDEMPOTENCY.CALLER.eq(key.caller()))
                .and(PLATFORM_IDEMPOTENCY.ENDPOINT.eq(key.endpoint()))
                .and(PLATFORM_IDEMPOTENCY.KEY.eq(key.key()))
                .fetchOptional(row -> new Known(
                        row.getRequestHash(),
                        row.getCreatedAt(),
                        row.getState().equals("done")
                                ? Optional.of(new Answer(
                                        row.getStatus(),
                                        json.readValue(row.getHeaders().data(), HEADERS),
                                        row.getBody()))
                                : Optional.empty()));
    }

    /** Keeps the answer. */
    public void finish(Key key, Answer answer) {
        db.update(PLATFORM_IDEMPOTENCY)
                .set(PLATFORM_IDEMPOTENCY.STATE, "done")
                .set(PLATFORM_IDEMPOTENCY.STATUS, answer.status())
                .set(PLATFORM_IDEMPOTENCY.HEADERS, JSONB.valueOf(json.writeValueAsString(answer.headers())))
                .set(PLATFORM_IDEMPOTENCY.BODY, answer.body())
                .where(PLATFORM_IDEMPOTENCY.CALLER.eq(key.caller()))
                .and(PLATFORM_IDEMPOTENCY.ENDPOINT.eq(key.endpoint()))
                .and(PLATFORM_IDEMPOTENCY.KEY.eq(key.key()))
                .execute();
    }

    /** Forgets a request that came to nothing, so that it may be tried again. */
    public void forget(Key key) {
        db.deleteFrom(PLATFORM_IDEMPOTENCY)
                .where(PLATFORM_IDEMPOTENCY.CALLER.eq(key.caller()))
                .and(PLATFORM_IDEMPOTENCY.ENDPOINT.eq(key.endpoint()))
                .and(PLATFORM_IDEMPOTENCY.KEY.eq(key.key()))
                .execute();
    }

    /** Forgets what came before an instant. */
    public void forgetBefore(OffsetDateTime instant) {
        db.deleteFrom(PLATFORM_IDEMPOTENCY)
                .where(PLATFORM_IDEMPOTENCY.CREATED_AT.lt(instant))
                .execute();
    }
}
