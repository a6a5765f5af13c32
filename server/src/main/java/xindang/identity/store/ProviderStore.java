package xindang.identity.store;

import static xindang.schema.Tables.IDENTITY_PROVIDER_LINK;
import static xindang.schema.Tables.IDENTITY_PROVIDER_REQUEST;
import static xindang.schema.Tables.IDENTITY_USER;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import xindang.identity.User;

/** Tables of sign-ins through the provider (单点登录表). */
@Repository
public class ProviderStore {

    private final DSLContext db;

    ProviderStore(DSLContext db) {
        this.db = db;
    }

    /**
     * A browser that is away at the provider.
     *
     * @param stateHash hash of the state it was sent with
     * @param browserHash hash of what only this browser knows
     * @param nonce comes back inside the token
     * @param verifier of PKCE
     * @param next page to come back to
     */
    public record Request(String stateHash, String browserHash, String nonce, String verifier, String next) {

        @Override
        public String toString() {
            return "Request";
        }
    }

    /**
     * An account of a provider that is a user's.
     *
     * @param issuer the provider
     * @param subject its own name of the account
     * @param createdAt first sign-in
     * @param lastUsedAt latest sign-in
     */
    public record Link(String issuer, String subject, OffsetDateTime createdAt, OffsetDateTime lastUsedAt) {}

    /** Keeps a request, and forgets those whose time is over. */
    public void begin(Request request, OffsetDateTime now, OffsetDateTime expires) {
        db.deleteFrom(IDENTITY_PROVIDER_REQUEST)
                .where(IDENTITY_PROVIDER_REQUEST.EXPIRES_AT.lt(now))
                .execute();
        db.insertInto(IDENTITY_PROVIDER_REQUEST)
                .set(IDENTITY_PROVIDER_REQUEST.STATE_HASH, request.stateHash())
                .set(IDENTITY_PROVIDER_REQUEST.BROWSER_HASH, request.browserHash())
                .set(IDENTITY_PROVIDER_REQUEST.NONCE, request.nonce())
                .set(IDENTITY_PROVIDER_REQUEST.VERIFIER, request.verifier())
                .set(IDENTITY_PROVIDER_REQUEST.NEXT, request.next())
                .set(IDENTITY_PROVIDER_REQUEST.EXPIRES_AT, expires)
                .execute();
    }

    /** Takes a request; nothing the second time, for another browser, or too late. */
    public Optional<Request> take(String stateHash, String browserHash, OffsetDateTime now) {
        return db.deleteFrom(IDENTITY_PROVIDER_REQUEST)
                .where(IDENTITY_PROVIDER_REQUEST.STATE_HASH.eq(stateHash))
                .and(IDENTITY_PROVIDER_REQUEST.BROWSER_HASH.eq(browserHash))
                .and(IDENTITY_PROVIDER_REQUEST.EXPIRES_AT.gt(now))
                .returning()
                .fetchOptional(row -> new Request(
                        row.getStateHash(), row.getBrowserHash(), row.getNonce(), row.getVerifier(), row.getNext()));
    }

    /** The user an account of a provider belongs to, open or closed. */
    public Optional<User> user(String issuer, String subject) {
        return db.select(IDENTITY_USER.fields())
                .from(IDENTITY_PROVIDER_LINK)
                .join(IDENTITY_USER)
                .on(IDENTITY_USER.ID.eq(IDENTITY_PROVIDER_LINK.USER_ID))
                .where(IDENTITY_PROVIDER_LINK.ISSUER.eq(issuer).and(IDENTITY_PROVIDER_LINK.SUBJECT.eq(subject)))
                .fetchOptional(UserStore::user);
    }

    /** Gives an account of a provider to a user; whether neither had another one. */
    public boolean bind(UUID user, String issuer, String subject, OffsetDateTime now) {
        return db.insertInto(IDENTITY_PROVIDER_LINK)
                        .set(IDENTITY_PROVIDER_LINK.USER_ID, user)
                        .set(IDENTITY_PROVIDER_LINK.ISSUER, issuer)
                        .set(IDENTITY_PROVIDER_LINK.SUBJECT, subject)
                        .set(IDENTITY_PROVIDER_LINK.CREATED_AT, now)
                        .set(IDENTITY_PROVIDER_LINK.LAST_USED_AT, now)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** Notes a sign-in. */
    public void used(String issuer, String subject, OffsetDateTime now) {
        db.update(IDENTITY_PROVIDER_LINK)
                .set(IDENTITY_PROVIDER_LINK.LAST_USED_AT, now)
                .where(IDENTITY_PROVIDER_LINK.ISSUER.eq(issuer).and(IDENTITY_PROVIDER_LINK.SUBJECT.eq(subject)))
                .execute();
    }

    /** The links of a user. */
    public List<Link> of(UUID user) {
        return db.selectFrom(IDENTITY_PROVIDER_LINK)
                .where(IDENTITY_PROVIDER_LINK.USER_ID.eq(user))
                .orderBy(IDENTITY_PROVIDER_LINK.CREATED_AT)
                .fetch(row -> new Link(row.getIssuer(), row.getSubject(), row.getCreatedAt(), row.getLastUsedAt()));
    }

    /** Removes all links of a user; how many there were. */
    public int removeAll(UUID user) {
        return db.deleteFrom(IDENTITY_PROVIDER_LINK)
                .where(IDENTITY_PROVIDER_LINK.USER_ID.eq(user))
                .execute();
    }
}
