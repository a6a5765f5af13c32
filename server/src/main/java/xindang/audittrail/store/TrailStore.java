package xindang.audittrail.store;

import static xindang.schema.Tables.AUDITTRAIL_ENTRY;
import static xindang.schema.Tables.AUDITTRAIL_LEAF;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import xindang.audittrail.EntryContent;
import xindang.audittrail.LogKeys;
import xindang.audittrail.TrailEntry;
import xindang.audittrail.TrailFilter;
import xindang.platform.rest.Cursors;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;
import xindang.platform.store.Keyset;
import xindang.proof.log.Commitment;
import xindang.proof.log.Content;
import xindang.proof.tree.Hash;
import xindang.schema.Routines;

/** Table of the trail (留痕表): rows are only added. */
@Repository
public class TrailStore {

    /** Ids rise with time, so they are the order. */
    private static final Keyset LIST =
            Keyset.of("audittrail.entries", AUDITTRAIL_ENTRY.ID, "-at").sortable("at", AUDITTRAIL_ENTRY.ID);

    private static final String ADD = "select audittrail_add(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final Field<byte[]> WRAPPED =
            Routines.audittrailWrapped(AUDITTRAIL_ENTRY.SUBJECT_ID).as("wrapped");

    private final DSLContext db;
    private final DSLContext engineDb;
    private final SealedContents contents;
    private final LogKeys keys;
    private final JsonMapper json;
    private final Cursors cursors;

    TrailStore(
            DSLContext db,
            @Qualifier("engineDb") DSLContext engineDb,
            SealedContents contents,
            LogKeys keys,
            JsonMapper json,
            Cursors cursors) {
        this.db = db;
        this.engineDb = engineDb;
        this.contents = contents;
        this.keys = keys;
        this.json = json;
        this.cursors = cursors;
    }

    /** Adds an entry in a request's transaction. */
    public void insert(EntryContent content) {
        insert(db, content);
    }

    /** Adds an entry in a job's transaction. */
    public void insertByJob(EntryContent content) {
        insert(engineDb, content);
    }

    /** One question for an entry as a rule; two where the object has another key than this process believes. */
    private void insert(DSLContext in, EntryContent content) {
        SealedContents.Statement statement =
                contents.statement(content.object().id(), keys.function(), json.writeValueAsString(content));
        byte[] right = add(in, content, statement.believed());
        if (right != null && add(in, content, statement.by(right)) != null) {
            throw new IllegalStateException("the key of " + content.object().id() + " changes while it is used");
        }
    }

    private static byte @Nullable [] add(DSLContext in, EntryContent content, SealedContents.Kept kept) {
        EntryContent.Subject object = content.object();
        return in.connectionResult(connection -> {
            try (PreparedStatement add = connection.prepareStatement(ADD)) {
                int i = 0;
                for (Object value : new Object[] {
                    content.node(),
                    content.at(),
                    content.businessDate(),
                    content.actor().id(),
                    content.action(),
                    object.kind(),
                    object.id(),
                    content.command(),
                    kept.key().bytes(),
                    kept.content().bytes(),
                    kept.commitment().bytes()
                }) {
                    add.setObject(++i, value);
                }
                try (ResultSet answer = add.executeQuery()) {
                    answer.next();
                    return answer.getBytes(1);
                }
            }
        });
    }

    /** One page of entries within the nodes, the latest first. */
    public Page<TrailEntry> page(List<UUID> nodes, TrailFilter filter, PageQuery query) {
        Keyset.Plan plan = LIST.plan(query);
        Condition condition = condition(filter).and(AUDITTRAIL_ENTRY.NODE_ID.in(nodes));
        return plan.fetch(
                db.select(fields(plan))
                        .from(AUDITTRAIL_ENTRY)
                        .leftJoin(AUDITTRAIL_LEAF)
                        .on(AUDITTRAIL_LEAF.ENTRY_ID.eq(AUDITTRAIL_ENTRY.ID))
                        .where(condition),
                cursors,
                Keyset.count(db, AUDITTRAIL_ENTRY, condition),
                this::entry);
    }

    private static Condition condition(TrailFilter filter) {
        Condition condition = DSL.noCondition();
        if (filter.object() != null) {
            condition = condition.and(AUDITTRAIL_ENTRY.OBJECT_ID.eq(filter.object()));
        }
        if (filter.actor() != null) {
            condition = condition.and(AUDITTRAIL_ENTRY.ACTOR_ID.eq(filter.actor()));
        }
        if (filter.action() != null && !filter.action().isBlank()) {
            condition = condition.and(AUDITTRAIL_ENTRY.ACTION.eq(filter.action()));
        }
        if (filter.kind() != null && !filter.kind().isBlank()) {
            condition = condition.and(AUDITTRAIL_ENTRY.OBJECT_KIND.eq(filter.kind()));
        }
        if (filter.from() != null) {
            condition = condition.and(AUDITTRAIL_ENTRY.BUSINESS_DATE.ge(filter.from()));
        }
        if (filter.to() != null) {
            condition = condition.and(AUDITTRAIL_ENTRY.BUSINESS_DATE.le(filter.to()));
        }
        return condition;
    }

    private static List<SelectFieldOrAsterisk> fields(Keyset.Plan plan) {
        var fields = new ArrayList<SelectFieldOrAsterisk>(List.of(AUDITTRAIL_ENTRY.fields()));
        fields.add(WRAPPED);
        fields.addAll(List.of(
                AUDITTRAIL_LEAF.INDEX,
                AUDITTRAIL_LEAF.HASH,
                AUDITTRAIL_LEAF.WRITER,
                AUDITTRAIL_LEAF.COUNTER,
                AUDITTRAIL_LEAF.WRITTEN_AT));
        fields.add(plan.key());
        fields.add(plan.keyId());
        return fields;
    }

    private TrailEntry entry(Record row) {
        Optional<Content.Kept> kept = contents.open(
                row.get(AUDITTRAIL_ENTRY.SUBJECT_ID), row.get(WRAPPED), row.get(AUDITTRAIL_ENTRY.CONTENT));
        TrailEntry.Mark mark = mark(row, kept);
        EntryContent content = kept.filter(_ -> mark != TrailEntry.Mark.BROKEN)
                .map(one -> json.readValue(one.text(), EntryContent.class))
                .orElseGet(() -> withoutContent(row));
        return new TrailEntry(
                row.get(AUDITTRAIL_ENTRY.ID),
                content.at(),
                content.actor(),
                content.action(),
                content.object(),
                content.changes(),
                content.basis(),
                mark,
                row.get(AUDITTRAIL_LEAF.INDEX));
    }

    private TrailEntry.Mark mark(Record row, Optional<Content.Kept> kept) {
        Hash commitment = Hash.of(row.get(AUDITTRAIL_ENTRY.COMMITMENT));
        boolean said = kept.map(one ->
                        Commitment.of(keys.function(), one.salt(), one.text().getBytes(StandardCharsets.UTF_8)))
                .map(commitment::equals)
                .orElse(true);
        byte[] hash = row.get(AUDITTRAIL_LEAF.HASH);
        if (!said
                || (hash != null
                        && !Hash.of(hash).equals(EvidenceReader.leaf(row).hash(keys.function())))) {
            return TrailEntry.Mark.BROKEN;
        }
        return hash == null ? TrailEntry.Mark.WAITING : TrailEntry.Mark.SEALED;
    }

    /** What the columns beside a content tell once it is destroyed, or cannot be believed. */
    private static EntryContent withoutContent(Record row) {
        UUID object = row.get(AUDITTRAIL_ENTRY.OBJECT_ID);
        return new EntryContent(
                row.get(AUDITTRAIL_ENTRY.ACTION),
                new TrailEntry.Actor(row.get(AUDITTRAIL_ENTRY.ACTOR_ID), ""),
                row.get(AUDITTRAIL_ENTRY.RECORDED_AT),
                Map.of(),
                row.get(AUDITTRAIL_ENTRY.BUSINESS_DATE),
                List.of(),
                row.get(AUDITTRAIL_ENTRY.COMMAND_ID),
                row.get(AUDITTRAIL_ENTRY.NODE_ID),
                new EntryContent.Subject(object, row.get(AUDITTRAIL_ENTRY.OBJECT_KIND), ""));
    }
}
