package xindang.customerfile.store;

import static xindang.schema.Tables.CUSTOMERFILE_OVERVIEW;
import static xindang.schema.Tables.CUSTOMERFILE_SLIP;
import static xindang.schema.Tables.CUSTOMERFILE_SLIP_ITEM;
import static xindang.schema.Tables.IDENTITY_NODE;
import static xindang.schema.Tables.IDENTITY_USER;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import xindang.customerfile.Slip;
import xindang.customerfile.SlipFile;
import xindang.customerfile.Slips;
import xindang.identity.User;
import xindang.platform.access.Reach;
import xindang.platform.rest.Cursors;
import xindang.platform.rest.NamedRef;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;
import xindang.platform.store.Keyset;
import xindang.platform.store.Scoped;
import xindang.schema.tables.IdentityNode;
import xindang.schema.tables.IdentityUser;

/** Tables of hand-over slips (移交单表). */
@Repository
public class SlipStore {

    private static final Keyset LIST =
            Keyset.of("customerfile.slips", CUSTOMERFILE_SLIP.ID, "-madeAt").sortable("madeAt", CUSTOMERFILE_SLIP.ID);
    private static final Keyset FILES = Keyset.of("customerfile.slip-files", CUSTOMERFILE_OVERVIEW.FILE_ID, "number")
            .sortable("number", CUSTOMERFILE_OVERVIEW.NUMBER);

    private static final IdentityUser GIVER = IDENTITY_USER.as("giver");
    private static final IdentityUser RECEIVER = IDENTITY_USER.as("receiver");
    private static final IdentityUser MAKER = IDENTITY_USER.as("maker");
    private static final IdentityUser SIGNER = IDENTITY_USER.as("signer");
    private static final IdentityNode PLACE = IDENTITY_NODE.as("place");
    private static final IdentityNode DEPARTMENT = IDENTITY_NODE.as("department");
    private static final Field<String> GIVER_NAME = GIVER.NAME.as("giver_name");
    private static final Field<String> RECEIVER_NAME = RECEIVER.NAME.as("receiver_name");
    private static final Field<String> MAKER_NAME = MAKER.NAME.as("maker_name");
    private static final Field<String> SIGNER_NAME = SIGNER.NAME.as("signer_name");
    private static final Field<String> PLACE_NAME = PLACE.NAME.as("place_name");
    private static final Field<String> DEPARTMENT_NAME = DEPARTMENT.NAME.as("department_name");

    private final DSLContext db;
    private final Cursors cursors;

    SlipStore(DSLContext db, Cursors cursors) {
        this.db = db;
        this.cursors = cursors;
    }

    /** A new slip without files, and its id. */
    public UUID insert(User giver, UUID receiver, Slips.Draft draft, UUID by, OffsetDateTime now) {
        var s = CUSTOMERFILE_SLIP;
        return db.insertInto(s)
                .set(s.NODE_ID, giver.node())
                .set(s.GIVER_ID, giver.id())
                .set(s.RECEIVER_ID, receiver)
                .set(s.SELECTION, draft.selection())
                .set(s.DEPARTMENT_ID, draft.selection().equals("department") ? draft.department() : null)
                .set(s.NOTE, draft.note())
                .set(s.MADE_BY, by)
                .set(s.MADE_AT, now)
                .returning(s.ID)
                .fetchSingle()
                .getId();
    }

    /**
     * Puts files of the giver on a slip, but for those that stand on another one that is not through; whoever does the same at
     * the same time is waited for.
     *
     * @param nodes departments whose files go; null for all
     * @param files files that go; null for all
     * @return how many were put
     */
    public int take(UUID slip, UUID giver, @Nullable List<UUID> nodes, @Nullable List<UUID> files) {
        int taken = db.execute("""
                insert into customerfile_slip_item (slip_id, file_id, giver_id)
                select ?, f.id, ? from customerfile_file f
                where (f.keeper_id = ? or f.deputy_keeper_id = ?) and (?::uuid[] is null or coalesce(f.department_id, f.node_id) = any (?::uuid[]))
                    and (?::uuid[] is null or f.id = any (?::uuid[]))
                order by f.id on conflict (file_id, giver_id) where open do nothing""", slip, giver, giver, giver, array(nodes), array(nodes), array(files), array(files));
        db.update(CUSTOMERFILE_SLIP)
                .set(CUSTOMERFILE_SLIP.FILES, taken)
                .where(CUSTOMERFILE_SLIP.ID.eq(slip))
                .execute();
        return taken;
    }

    private static UUID @Nullable [] array(@Nullable List<UUID> ids) {
        return ids == null ? null : ids.toArray(UUID[]::new);
    }

    /** How many files of a slip lie beyond a reach; levels are asked for where a file is read. */
    public long beyond(UUID slip, Reach reach) {
        var o = CUSTOMERFILE_OVERVIEW;
        var i = CUSTOMERFILE_SLIP_ITEM;
        long all = db.fetchCount(i, i.SLIP_ID.eq(slip));
        long within = db.fetchCount(
                i.join(o).on(o.FILE_ID.eq(i.FILE_ID)),
                i.SLIP_ID.eq(slip).and(Scoped.within(reach, o.NODE_ID, o.DEPARTMENT_ID)));
        return all - within;
    }

    /** Slips of a person that are not through, anywhere; with nodes those he gives that hold files of them. */
    public long open(UUID person, @Nullable List<UUID> nodes) {
        return db.resultQuery("select customerfile_slips_open(?::uuid, ?::uuid[])", person, array(nodes))
                .fetchSingle()
                .get(0, Long.class);
    }

    /** One page of the slips of a person, and of the givers of some nodes, the latest first. */
    public Page<Slip> page(UUID person, List<UUID> nodes, @Nullable String state, PageQuery query) {
        var s = CUSTOMERFILE_SLIP;
        Keyset.Plan plan = LIST.plan(query);
        Condition condition = s.GIVER_ID
                .eq(person)
                .or(s.RECEIVER_ID.eq(person))
                .or(s.NODE_ID.in(nodes))
                .and(state == null || state.isEmpty() ? DSL.noCondition() : s.STATE.eq(state));
        var fields = fields();
        fields.add(plan.key());
        fields.add(plan.keyId());
        return plan.fetch(select(fields, condition), cursors, Keyset.count(db, s, condition), SlipStore::slip);
    }

    /** A slip. */
    public Optional<Slip> find(UUID id) {
        return select(fields(), CUSTOMERFILE_SLIP.ID.eq(id)).fetchOptional(SlipStore::slip);
    }

    /** A slip, locked for a change. */
    public Optional<Slip> lock(UUID id) {
        return select(fields(), CUSTOMERFILE_SLIP.ID.eq(id))
                .forUpdate()
                .of(CUSTOMERFILE_SLIP)
                .fetchOptional(SlipStore::slip);
    }

    /** One page of the files of a slip within reach, by number. */
    public Page<SlipFile> files(Reach reach, Slip slip, PageQuery query) {
        Keyset.Plan plan = FILES.plan(query);
        Condition condition = onSlip(reach, slip);
        return plan.fetch(
                listed(plan, slip, condition),
                cursors,
                Keyset.count(
                        db,
                        CUSTOMERFILE_SLIP_ITEM
                                .join(CUSTOMERFILE_OVERVIEW)
                                .on(CUSTOMERFILE_OVERVIEW.FILE_ID.eq(CUSTOMERFILE_SLIP_ITEM.FILE_ID)),
                        condition),
                SlipStore::file);
    }

    private static Condition onSlip(Reach reach, Slip slip) {
        var o = CUSTOMERFILE_OVERVIEW;
        return CUSTOMERFILE_SLIP_ITEM
                .SLIP_ID
                .eq(slip.id())
                .and(Scoped.within(reach, o.NODE_ID, o.DEPARTMENT_ID))
                .and(Scoped.readable(o.LEVEL, o.FILE_ID).or(Scoped.closedAreShown()));
    }

    private SelectConditionStep<? extends Record> listed(Keyset.Plan plan, Slip slip, Condition condition) {
        var o = CUSTOMERFILE_OVERVIEW;
        // After the hand-over the receiver stands where the giver stood.
        UUID holder = slip.state().equals("received")
                ? slip.receiver().id()
                : slip.giver().id();
        return db.select(
                        o.FILE_ID,
                        o.NUMBER,
                        o.NAME,
                        DSL.when(o.DEPUTY_KEEPER_ID.eq(holder), "deputy")
                                .otherwise("keeper")
                                .as("part"),
                        plan.key(),
                        plan.keyId())
                .from(CUSTOMERFILE_SLIP_ITEM)
                .join(o)
                .on(o.FILE_ID.eq(CUSTOMERFILE_SLIP_ITEM.FILE_ID))
                .where(condition);
    }

    private static SlipFile file(Record row) {
        var o = CUSTOMERFILE_OVERVIEW;
        return new SlipFile(row.get(o.FILE_ID), row.get(o.NUMBER), row.get(o.NAME), row.get("part", String.class));
    }

    /** The giver's side is signed. */
    public void given(UUID id, UUID by, @Nullable String exception, OffsetDateTime now) {
        var s = CUSTOMERFILE_SLIP;
        db.update(s)
                .set(s.STATE, "given")
                .set(s.GIVEN_BY, by)
                .set(s.GIVEN_AT, now)
                .set(s.EXCEPTION, exception)
                .set(s.VERSION, s.VERSION.plus(1))
                .where(s.ID.eq(id))
                .execute();
    }

    /** A slip is through; its files may stand on another one. */
    public void end(UUID id, String state, @Nullable Integer moved, @Nullable String reason, OffsetDateTime now) {
        var s = CUSTOMERFILE_SLIP;
        db.update(s)
                .set(s.STATE, state)
                .set(s.MOVED, moved)
                .set(s.RECEIVED_AT, moved == null ? null : now)
                .set(s.REASON, reason)
                .set(s.ENDED_AT, now)
                .set(s.VERSION, s.VERSION.plus(1))
                .where(s.ID.eq(id))
                .execute();
        db.update(CUSTOMERFILE_SLIP_ITEM)
                .set(CUSTOMERFILE_SLIP_ITEM.OPEN, false)
                .where(CUSTOMERFILE_SLIP_ITEM.SLIP_ID.eq(id))
                .execute();
    }

    private static List<SelectFieldOrAsterisk> fields() {
        var fields = new ArrayList<SelectFieldOrAsterisk>(List.of(CUSTOMERFILE_SLIP.fields()));
        fields.addAll(List.of(GIVER_NAME, RECEIVER_NAME, MAKER_NAME, SIGNER_NAME, PLACE_NAME, DEPARTMENT_NAME));
        return fields;
    }

    private SelectConditionStep<Record> select(List<SelectFieldOrAsterisk> fields, Condition condition) {
        var s = CUSTOMERFILE_SLIP;
        return db.select(fields)
                .from(s)
                .join(GIVER)
                .on(GIVER.ID.eq(s.GIVER_ID))
                .join(RECEIVER)
                .on(RECEIVER.ID.eq(s.RECEIVER_ID))
                .join(MAKER)
                .on(MAKER.ID.eq(s.MADE_BY))
                .join(PLACE)
                .on(PLACE.ID.eq(s.NODE_ID))
                .leftJoin(SIGNER)
                .on(SIGNER.ID.eq(s.GIVEN_BY))
                .leftJoin(DEPARTMENT)
                .on(DEPARTMENT.ID.eq(s.DEPARTMENT_ID))
                .where(condition);
    }

    private static Slip slip(Record row) {
        var s = CUSTOMERFILE_SLIP;
        return new Slip(
                row.get(s.ID),
                new NamedRef(row.get(s.NODE_ID), row.get(PLACE_NAME)),
                new NamedRef(row.get(s.GIVER_ID), row.get(GIVER_NAME)),
                new NamedRef(row.get(s.RECEIVER_ID), row.get(RECEIVER_NAME)),
                row.get(s.SELECTION),
                ref(row.get(s.DEPARTMENT_ID), row.get(DEPARTMENT_NAME)),
                row.get(s.NOTE),
                row.get(s.FILES),
                row.get(s.MOVED),
                row.get(s.STATE),
                new NamedRef(row.get(s.MADE_BY), row.get(MAKER_NAME)),
                row.get(s.MADE_AT),
                ref(row.get(s.GIVEN_BY), row.get(SIGNER_NAME)),
                row.get(s.GIVEN_AT),
                row.get(s.EXCEPTION),
                row.get(s.RECEIVED_AT),
                row.get(s.REASON),
                row.get(s.ENDED_AT),
                row.get(s.VERSION));
    }

    private static @Nullable NamedRef ref(@Nullable UUID id, @Nullable String name) {
        return id == null || name == null ? null : new NamedRef(id, name);
    }
}
