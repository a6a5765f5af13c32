package xindang.identity.store;

import static xindang.schema.Tables.IDENTITY_PASSKEY;
import static xindang.schema.Tables.IDENTITY_USER;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Repository;
import xindang.schema.tables.records.IdentityPasskeyRecord;

/** Table of passkeys (通行密钥表), as the library of passkeys asks for it. A user is known to authenticators by the bytes of his id. */
@Repository
public class PasskeyStore implements UserCredentialRepository, PublicKeyCredentialUserEntityRepository {

    private final DSLContext db;

    PasskeyStore(DSLContext db) {
        this.db = db;
    }

    /**
     * A passkey as its owner sees it.
     *
     * @param id row
     * @param name what the owner calls it
     * @param createdAt when it was added
     * @param lastUsedAt latest sign-in; null if there was none
     */
    public record Passkey(
            UUID id,
            String name,
            OffsetDateTime createdAt,
            @Nullable OffsetDateTime lastUsedAt) {}

    /** The passkeys of a user, the newest first. */
    public List<Passkey> of(UUID user) {
        return db.selectFrom(IDENTITY_PASSKEY)
                .where(IDENTITY_PASSKEY.USER_ID.eq(user))
                .orderBy(IDENTITY_PASSKEY.CREATED_AT.desc(), IDENTITY_PASSKEY.ID.desc())
                .fetch(row -> new Passkey(row.getId(), row.getName(), row.getCreatedAt(), row.getLastUsedAt()));
    }

    /** Removes a passkey of a user; its name, if there was one. */
    public Optional<String> remove(UUID user, UUID id) {
        return db.deleteFrom(IDENTITY_PASSKEY)
                .where(IDENTITY_PASSKEY.ID.eq(id).and(IDENTITY_PASSKEY.USER_ID.eq(user)))
                .returning(IDENTITY_PASSKEY.NAME)
                .fetchOptional(IDENTITY_PASSKEY.NAME);
    }

    /** Removes all passkeys of a user; how many there were. */
    public int removeAll(UUID user) {
        return db.deleteFrom(IDENTITY_PASSKEY)
                .where(IDENTITY_PASSKEY.USER_ID.eq(user))
                .execute();
    }

    /** The id of a row by the id its authenticator knows. */
    public Optional<UUID> id(Bytes credential) {
        return db.select(IDENTITY_PASSKEY.ID)
                .from(IDENTITY_PASSKEY)
                .where(IDENTITY_PASSKEY.CREDENTIAL_ID.eq(credential.getBytes()))
                .fetchOptional(IDENTITY_PASSKEY.ID);
    }

    @Override
    public void delete(Bytes credential) {
        db.deleteFrom(IDENTITY_PASSKEY)
                .where(IDENTITY_PASSKEY.CREDENTIAL_ID.eq(credential.getBytes()))
                .execute();
    }

    @Override
    public void save(CredentialRecord record) {
        db.insertInto(IDENTITY_PASSKEY)
                .set(IDENTITY_PASSKEY.USER_ID, user(record.getUserEntityUserId()))
                .set(IDENTITY_PASSKEY.CREDENTIAL_ID, record.getCredentialId().getBytes())
                .set(IDENTITY_PASSKEY.PUBLIC_KEY, record.getPublicKey().getBytes())
                .set(IDENTITY_PASSKEY.SIGNATURE_COUNT, record.getSignatureCount())
                .set(IDENTITY_PASSKEY.USER_VERIFIED, record.isUvInitialized())
                .set(IDENTITY_PASSKEY.BACKUP_ELIGIBLE, record.isBackupEligible())
                .set(IDENTITY_PASSKEY.BACKED_UP, record.isBackupState())
                .set(
                        IDENTITY_PASSKEY.TRANSPORTS,
                        record.getTransports().stream()
                                .map(AuthenticatorTransport::getValue)
                                .toArray(String[]::new))
                .set(IDENTITY_PASSKEY.ATTESTATION, bytes(record.getAttestationObject()))
                .set(IDENTITY_PASSKEY.ATTESTATION_DATA, bytes(record.getAttestationClientDataJSON()))
                .set(IDENTITY_PASSKEY.NAME, record.getLabel())
                .set(IDENTITY_PASSKEY.CREATED_AT, record.getCreated().atOffset(ZoneOffset.UTC))
                .onConflict(IDENTITY_PASSKEY.CREDENTIAL_ID)
                .doUpdate()
                .set(IDENTITY_PASSKEY.SIGNATURE_COUNT, record.getSignatureCount())
                .set(IDENTITY_PASSKEY.USER_VERIFIED, record.isUvInitialized())
                .set(IDENTITY_PASSKEY.BACKED_UP, record.isBackupState())
                .set(IDENTITY_PASSKEY.LAST_USED_AT, record.getLastUsed().atOffset(ZoneOffset.UTC))
                // The id of a credential is its authenticator's word; it never moves to somebody else.
                .where(IDENTITY_PASSKEY.USER_ID.eq(user(record.getUserEntityUserId())))
                .execute();
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credential) {
        return db.selectFrom(IDENTITY_PASSKEY)
                .where(IDENTITY_PASSKEY.CREDENTIAL_ID.eq(credential.getBytes()))
                .fetchOptional(PasskeyStore::record)
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return db.selectFrom(IDENTITY_PASSKEY)
                .where(IDENTITY_PASSKEY.USER_ID.eq(user(handle)))
                .fetch(PasskeyStore::record);
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        return entity(user(handle));
    }

    /** The name is the id of a user, as the caller of an own request. */
    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String user) {
        return entity(UUID.fromString(user));
    }

    @Override
    public void save(PublicKeyCredentialUserEntity entity) {
        throw new UnsupportedOperationException("users are not made here");
    }

    /** The user an authenticator means. */
    public static UUID user(Bytes handle) {
        ByteBuffer bytes = ByteBuffer.wrap(handle.getBytes());
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    private @Nullable PublicKeyCredentialUserEntity entity(UUID user) {
        return db.selectFrom(IDENTITY_USER)
                .where(IDENTITY_USER.ID.eq(user).and(IDENTITY_USER.ACTIVE))
                .fetchOptional(row -> ImmutablePublicKeyCredentialUserEntity.builder()
                        .id(handle(user))
                        .name(row.getLogin())
                        .displayName(row.getName())
                        .build())
                .orElse(null);
    }

    private static CredentialRecord record(IdentityPasskeyRecord row) {
        Instant used = row.getLastUsedAt() == null
                ? row.getCreatedAt().toInstant()
                : row.getLastUsedAt().toInstant();
        var builder = ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getCredentialId()))
                .userEntityUserId(handle(row.getUserId()))
                .publicKey(new ImmutablePublicKeyCose(row.getPublicKey()))
                .signatureCount(row.getSignatureCount())
                .uvInitialized(row.getUserVerified())
                .backupEligible(row.getBackupEligible())
                .backupState(row.getBackedUp())
                .transports(Arrays.stream(row.getTransports())
                        .map(AuthenticatorTransport::valueOf)
                        .collect(Collectors.toSet()))
                .created(row.getCreatedAt().toInstant())
                .lastUsed(used)
                .label(row.getName());
        if (row.getAttestation() != null) {
            builder.attestationObject(new Bytes(row.getAttestation()));
        }
        if (row.getAttestationData() != null) {
            builder.attestationClientDataJSON(new Bytes(row.getAttestationData()));
        }
        return builder.build();
    }

    private static Bytes handle(UUID user) {
        return new Bytes(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(user.getMostSignificantBits())
                .putLong(user.getLeastSignificantBits())
                .array());
    }

    private static byte @Nullable [] bytes(@Nullable Bytes bytes) {
        return bytes == null ? null : bytes.getBytes();
    }
}
