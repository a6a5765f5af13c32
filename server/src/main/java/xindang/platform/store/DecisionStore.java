package xindang.platform.store;

import static xindang.schema.Tables.PLATFORM_DECISION;
import static xindang.schema.Tables.PLATFORM_DECISION_RUN;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Table of decision records (决定记录表), for reading; runs write it. */
@Repository
public class DecisionStore {

    private final DSLContext db;

    DecisionStore(DSLContext db) {
        this.db = db;
    }

    /**
     * A stored record with the header of its run.
     *
     * @param header canonical JSON of the run
     * @param record canonical JSON of the decision
     */
    public record Stored(
            UUID id, UUID node, String kind, UUID subject, String header, String record, OffsetDateTime recordedAt) {}

    /** The record, if it belongs to one of some companies. */
    public Optional<Stored> find(UUID id, List<UUID> companies) {
        return db.select(
                        PLATFORM_DECISION.ID,
                        PLATFORM_DECISION.NODE_ID,
                        PLATFORM_DECISION.KIND,
                        PLATFORM_DECISION.SUBJECT_ID,
                        PLATFORM_DECISION_RUN.HEADER,
                        PLATFORM_DECISION.RECORD,
                        PLATFORM_DECISION.RECORDED_AT)
                .from(PLATFORM_DECISION)
                .join(PLATFORM_DECISION_RUN)
                .on(PLATFORM_DECISION_RUN.ID.eq(PLATFORM_DECISION.RUN_ID))
                .where(PLATFORM_DECISION.ID.eq(id))
                .and(Scoped.oneOf(PLATFORM_DECISION.NODE_ID, companies))
                .fetchOptional(row -> new Stored(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value6(),
                        row.value7()));
    }
}
