package xindang.identity.store;

import static xindang.schema.Tables.IDENTITY_USER;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.SelectFieldOrAsterisk;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import xindang.identity.User;
import xindang.platform.rest.Cursors;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;
import xindang.platform.store.Keyset;

/** The list of users (用户列表). */
@Repository
public class UserList {

    private static final Keyset LIST = Keyset.of("identity.users", IDENTITY_USER.ID, "login")
            .sortable("login", IDENTITY_USER.LOGIN)
            .sortable("name", IDENTITY_USER.NAME);

    private final DSLContext db;
    private final Cursors cursors;

    UserList(DSLContext db, Cursors cursors) {
        this.db = db;
        this.cursors = cursors;
    }

    /**
     * One page.
     *
     * @param nodes nodes within reach
     * @param q part of login or name; null for all
     */
    public Page<User> page(List<UUID> nodes, @Nullable String q, PageQuery query) {
        Keyset.Plan plan = LIST.plan(query);
        Condition condition = IDENTITY_USER.NODE_ID.in(nodes);
        if (q != null && !q.isBlank()) {
            String part = q.strip();
            condition = condition.and(
                    IDENTITY_USER.LOGIN.containsIgnoreCase(part).or(IDENTITY_USER.NAME.containsIgnoreCase(part)));
        }
        var fields = new ArrayList<SelectFieldOrAsterisk>(List.of(IDENTITY_USER.fields()));
        fields.add(plan.key());
        fields.add(plan.keyId());
        return plan.fetch(
                db.select(fields).from(IDENTITY_USER).where(condition),
                cursors,
                Keyset.count(db, IDENTITY_USER, condition),
                UserStore::user);
    }

    /** One user within reach. */
    public Optional<User> find(List<UUID> nodes, UUID id) {
        return db.selectFrom(IDENTITY_USER)
                .where(IDENTITY_USER.ID.eq(id).and(IDENTITY_USER.NODE_ID.in(nodes)))
                .fetchOptional(UserStore::user);
    }
}
