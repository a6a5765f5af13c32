package xindang.identity.store;

import static xindang.schema.Tables.IDENTITY_TOKEN;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import xindang.schema.tables.records.IdentityTokenRecord;

/** Table of tokens (接口令牌表). */
@Repository
public class TokenStore {

    private final DSLContext db;

    TokenStore(DSLContext db) {
        this.db = db;
    }

    /**
     * A token without its secret.
     *
     * @param id token
     * @param user for whom it acts
     * @param name what its maker calls it
     * @param rights what it may at most
     * @param createdAt when it was made
     * @param expiresAt until when it counts
     * @param lastUsedAt latest use, to the minute; null if it was never used
     * @param lastAddress network address of that
     */
    public record Token(
            UUID id,
            UUID user,
            String name,
            List<String> rights,
            OffsetDateTime createdAt,
            OffsetDateTime expiresAt,
            @Nullable OffsetDateTime lastUsedAt,
            @Nullable String lastAddress) {

        /** Copies the rights. */
        public Token {
            rights = List.copyOf(rights);
        }
    }

    /** Keeps a new token by its hash. */
    public Token insert(
            UUID user, String name, String hash, Set<String> rights, OffsetDateTime now, OffsetDateTime expires) {
        return token(db.insertInto(IDENTITY_TOKEN)
                .set(IDENTITY_TOKEN.USER_ID, user)
                .set(IDENTITY_TOKEN.NAME, name)
                .set(IDENTITY_TOKEN.TOKEN_HASH, hash)
                .set(IDENTITY_TOKEN.RIGHTS, rights.stream().sorted().toArray(String[]::new))
                .set(IDENTITY_TOKEN.CREATED_AT, now)
                .set(IDENTITY_TOKEN.EXPIRES_AT, expires)
                .returning()
                .fetchSingle());
    }

    /** Tokens of a user that are not revoked, the newest first; expired ones among them. */
    public List<Token> of(UUID user) {
        return db.selectFrom(IDENTITY_TOKEN)
                .where(IDENTITY_TOKEN.USER_ID.eq(user).and(IDENTITY_TOKEN.REVOKED_AT.isNull()))
                .orderBy(IDENTITY_TOKEN.CREATED_AT.desc(), IDENTITY_TOKEN.ID.desc())
                .fetch(TokenStore::token);
    }

    /** The token with this hash, if it counts. */
    public Optional<Token> byHash(String hash, OffsetDateTime now) {
        return db.selectFrom(IDENTITY_TOKEN)
                .where(IDENTITY_TOKEN.TOKEN_HASH.eq(hash))
                .and(IDENTITY_TOKEN.REVOKED_AT.isNull())
                .and(IDENTITY_TOKEN.EXPIRES_AT.gt(now))
                .fetchOptional(TokenStore::token);
    }

    /** Notes a use. */
    public void used(UUID id, String address, OffsetDateTime now) {
        db.update(IDENTITY_TOKEN)
                .set(IDENTITY_TOKEN.LAST_USED_AT, now)
                .set(IDENTITY_TOKEN.LAST_ADDRESS, address)
                .where(IDENTITY_TOKEN.ID.eq(id))
                .execute();
    }

    /** Revokes a token of a user; its name, if there was one to revoke. */
    public Optional<String> revoke(UUID user, UUID id, OffsetDateTime now) {
        return db.update(IDENTITY_TOKEN)
                .set(IDENTITY_TOKEN.REVOKED_AT, now)
                .where(IDENTITY_TOKEN.ID.eq(id).and(IDENTITY_TOKEN.USER_ID.eq(user)))
                .and(IDENTITY_TOKEN.REVOKED_AT.isNull())
                .returning(IDENTITY_TOKEN.NAME)
                .fetchOptional(IDENTITY_TOKEN.NAME);
    }

    /** Revokes all tokens of a user. */
    public void revokeAll(UUID user, OffsetDateTime now) {
        db.update(IDENTITY_TOKEN)
                .set(IDENTITY_TOKEN.REVOKED_AT, now)
                .where(IDENTITY_TOKEN.USER_ID.eq(user).and(IDENTITY_TOKEN.REVOKED_AT.isNull()))
                .execute();
    }

    private static Token token(IdentityTokenRecord row) {
        return new Token(
                row.getId(),
                row.getUserId(),
                row.getName(),
                List.of(row.getRights()),
                row.getCreatedAt(),
                row.getExpiresAt(),
                row.getLastUsedAt(),
                row.getLastAddress());
    }
}
