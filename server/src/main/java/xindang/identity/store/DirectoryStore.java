package xindang.identity.store;

import static xindang.schema.Tables.IDENTITY_DIRECTORY;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import xindang.schema.tables.records.IdentityDirectoryRecord;

/** Table of company directories (企业目录表). */
@Repository
public class DirectoryStore {

    private final DSLContext db;

    DirectoryStore(DSLContext db) {
        this.db = db;
    }

    /**
     * A directory without its token.
     *
     * @param id directory
     * @param node it reaches the accounts of this node and below
     * @param name what people call it
     * @param createdAt when it was connected
     * @param expiresAt until when its token counts
     * @param lastUsedAt latest request, to the minute; null if there was none
     * @param lastAddress network address of that
     */
    public record Directory(
            UUID id,
            UUID node,
            String name,
            OffsetDateTime createdAt,
            OffsetDateTime expiresAt,
            @Nullable OffsetDateTime lastUsedAt,
            @Nullable String lastAddress) {}

    /** Keeps a new directory. */
    public Directory insert(UUID node, String name, String hash, OffsetDateTime now, OffsetDateTime expires) {
        return directory(db.insertInto(IDENTITY_DIRECTORY)
                .set(IDENTITY_DIRECTORY.NODE_ID, node)
                .set(IDENTITY_DIRECTORY.NAME, name)
                .set(IDENTITY_DIRECTORY.TOKEN_HASH, hash)
                .set(IDENTITY_DIRECTORY.CREATED_AT, now)
                .set(IDENTITY_DIRECTORY.EXPIRES_AT, expires)
                .returning()
                .fetchSingle());
    }

    /** The directories of some nodes that are not disconnected, by name; those with an expired token among them. */
    public List<Directory> of(Collection<UUID> nodes) {
        return db.selectFrom(IDENTITY_DIRECTORY)
                .where(IDENTITY_DIRECTORY.NODE_ID.in(nodes).and(IDENTITY_DIRECTORY.REVOKED_AT.isNull()))
                .orderBy(IDENTITY_DIRECTORY.NAME, IDENTITY_DIRECTORY.ID)
                .fetch(DirectoryStore::directory);
    }

    /** One of these. */
    public Optional<Directory> find(Collection<UUID> nodes, UUID id) {
        return db.selectFrom(IDENTITY_DIRECTORY)
                .where(IDENTITY_DIRECTORY.ID.eq(id).and(IDENTITY_DIRECTORY.NODE_ID.in(nodes)))
                .and(IDENTITY_DIRECTORY.REVOKED_AT.isNull())
                .fetchOptional(DirectoryStore::directory);
    }

    /** The directory with this token, if it counts. */
    public Optional<Directory> byHash(String hash, OffsetDateTime now) {
        return db.selectFrom(IDENTITY_DIRECTORY)
                .where(IDENTITY_DIRECTORY.TOKEN_HASH.eq(hash))
                .and(IDENTITY_DIRECTORY.REVOKED_AT.isNull())
                .and(IDENTITY_DIRECTORY.EXPIRES_AT.gt(now))
                .fetchOptional(DirectoryStore::directory);
    }

    /** Gives a directory another token; the one before counts no more. */
    public void renew(UUID id, String hash, OffsetDateTime expires) {
        db.update(IDENTITY_DIRECTORY)
                .set(IDENTITY_DIRECTORY.TOKEN_HASH, hash)
                .set(IDENTITY_DIRECTORY.EXPIRES_AT, expires)
                .where(IDENTITY_DIRECTORY.ID.eq(id))
                .execute();
    }

    /** Notes a request. */
    public void used(UUID id, String address, OffsetDateTime now) {
        db.update(IDENTITY_DIRECTORY)
                .set(IDENTITY_DIRECTORY.LAST_USED_AT, now)
                .set(IDENTITY_DIRECTORY.LAST_ADDRESS, address)
                .where(IDENTITY_DIRECTORY.ID.eq(id))
                .execute();
    }

    /** Disconnects a directory; whether it was connected. */
    public boolean revoke(UUID id, OffsetDateTime now) {
        return db.update(IDENTITY_DIRECTORY)
                        .set(IDENTITY_DIRECTORY.REVOKED_AT, now)
                        .where(IDENTITY_DIRECTORY.ID.eq(id).and(IDENTITY_DIRECTORY.REVOKED_AT.isNull()))
                        .execute()
                == 1;
    }

    private static Directory directory(IdentityDirectoryRecord row) {
        return new Directory(
                row.getId(),
                row.getNodeId(),
                row.getName(),
                row.getCreatedAt(),
                row.getExpiresAt(),
                row.getLastUsedAt(),
                row.getLastAddress());
    }
}
