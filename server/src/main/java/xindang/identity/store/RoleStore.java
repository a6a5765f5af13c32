package xindang.identity.store;

import static org.jooq.impl.DSL.arrayAgg;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;
import static xindang.schema.Tables.IDENTITY_ASSIGNMENT;
import static xindang.schema.Tables.IDENTITY_ROLE;
import static xindang.schema.Tables.IDENTITY_ROLE_RIGHT;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectJoinStep;
import org.springframework.stereotype.Repository;
import xindang.identity.Role;
import xindang.identity.Roles;

/** Tables of roles (角色表). The rights of presets are the program's, those of other roles stand in the table. */
@Repository
public class RoleStore {

    /** Rights of a role of a company. */
    static final Field<String[]> RIGHTS = field(select(arrayAgg(IDENTITY_ROLE_RIGHT.RIGHT_NAME))
                    .from(IDENTITY_ROLE_RIGHT)
                    .where(IDENTITY_ROLE_RIGHT.ROLE_ID.eq(IDENTITY_ROLE.ID)))
            .as("rights");

    private final DSLContext db;

    RoleStore(DSLContext db) {
        this.db = db;
    }

    /** Presets and the roles that some nodes made, presets first, then by Chinese name. */
    public List<Role> of(Collection<UUID> nodes) {
        return roles().where(IDENTITY_ROLE.NODE_ID.isNull().or(IDENTITY_ROLE.NODE_ID.in(nodes)))
                .orderBy(IDENTITY_ROLE.CODE.isNull(), IDENTITY_ROLE.NAME_ZH, IDENTITY_ROLE.ID)
                .fetch(RoleStore::role);
    }

    /** A role by id. */
    public Optional<Role> find(UUID id) {
        return roles().where(IDENTITY_ROLE.ID.eq(id)).fetchOptional(RoleStore::role);
    }

    /** A preset by its code. */
    public Optional<Role> preset(String code) {
        return roles().where(IDENTITY_ROLE.CODE.eq(code)).fetchOptional(RoleStore::role);
    }

    private SelectJoinStep<? extends Record> roles() {
        return db.select(IDENTITY_ROLE.fields()).select(RIGHTS).from(IDENTITY_ROLE);
    }

    /** A new role of a node, and its id. */
    public UUID insert(UUID node, String zh, String en, Set<String> rights, boolean auditing) {
        UUID id = db.insertInto(IDENTITY_ROLE)
                .set(IDENTITY_ROLE.NODE_ID, node)
                .set(IDENTITY_ROLE.NAME_ZH, zh)
                .set(IDENTITY_ROLE.NAME_EN, en)
                .set(IDENTITY_ROLE.AUDITING, auditing)
                .returning(IDENTITY_ROLE.ID)
                .fetchSingle()
                .getId();
        insertRights(id, rights);
        return id;
    }

    /** Changes a role of a node; whether its version was still the present one. */
    public boolean update(Role changed) {
        boolean present = db.update(IDENTITY_ROLE)
                        .set(IDENTITY_ROLE.NAME_ZH, changed.zh())
                        .set(IDENTITY_ROLE.NAME_EN, changed.en())
                        .set(IDENTITY_ROLE.VERSION, IDENTITY_ROLE.VERSION.plus(1))
                        .where(IDENTITY_ROLE.ID.eq(changed.id()))
                        .and(IDENTITY_ROLE.VERSION.eq(changed.version()))
                        .and(IDENTITY_ROLE.CODE.isNull())
                        .execute()
                == 1;
        if (present) {
            db.deleteFrom(IDENTITY_ROLE_RIGHT)
                    .where(IDENTITY_ROLE_RIGHT.ROLE_ID.eq(changed.id()))
                    .execute();
            insertRights(changed.id(), changed.rights());
        }
        return present;
    }

    private void insertRights(UUID role, Set<String> rights) {
        for (String right : rights) {
            db.insertInto(IDENTITY_ROLE_RIGHT)
                    .set(IDENTITY_ROLE_RIGHT.ROLE_ID, role)
                    .set(IDENTITY_ROLE_RIGHT.RIGHT_NAME, right)
                    .execute();
        }
    }

    /** Whether somebody holds a role or held it. */
    public boolean isUsed(UUID id) {
        return db.fetchExists(IDENTITY_ASSIGNMENT, IDENTITY_ASSIGNMENT.ROLE_ID.eq(id));
    }

    /** Removes a role of a node; whether its version was still the present one. */
    public boolean delete(UUID id, int version) {
        return db.deleteFrom(IDENTITY_ROLE)
                        .where(IDENTITY_ROLE.ID.eq(id))
                        .and(IDENTITY_ROLE.VERSION.eq(version))
                        .and(IDENTITY_ROLE.CODE.isNull())
                        .execute()
                == 1;
    }

    /** The role of a row; a right that the program no longer knows counts for nothing. */
    static Role role(Record row) {
        String code = row.get(IDENTITY_ROLE.CODE);
        String[] own = row.get(RIGHTS);
        return new Role(
                row.get(IDENTITY_ROLE.ID),
                code,
                row.get(IDENTITY_ROLE.NAME_ZH),
                row.get(IDENTITY_ROLE.NAME_EN),
                row.get(IDENTITY_ROLE.NODE_ID),
                code != null ? Roles.rights(code) : own == null ? Set.of() : known(own),
                row.get(IDENTITY_ROLE.AUDITING),
                row.get(IDENTITY_ROLE.VERSION));
    }

    private static Set<String> known(String[] rights) {
        return Arrays.stream(rights).filter(Roles.allRights()::contains).collect(Collectors.toUnmodifiableSet());
    }
}
