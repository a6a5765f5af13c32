package xindang.integration.store;

import static xindang.schema.Tables.INTEGRATION_FAULT;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import xindang.integration.Fault;
import xindang.integration.FaultyRow;
import xindang.platform.rest.Cursors;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;
import xindang.platform.store.CopyRows;

/** Table of the rows that need a look (问题行表); rows that are good are never stored here. */
@Repository
public class FaultStore {

    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<List<Fault>> FAULTS = new TypeReference<>() {};
    private static final TypeReference<TreeMap<Integer, String>> EDITS = new TypeReference<>() {};

    private final DSLContext db;
    private final DSLContext engine;
    private final JsonMapper json;
    private final Cursors cursors;

    FaultStore(DSLContext db, @Qualifier("engineDb") DSLContext engine, JsonMapper json, Cursors cursors) {
        this.db = db;
        this.engine = engine;
        this.json = json;
        this.cursors = cursors;
    }

    /** Replaces the rows of an import; by the job. */
    public void replace(UUID company, UUID importId, List<FaultyRow> rows) {
        engine.deleteFrom(INTEGRATION_FAULT)
                .where(INTEGRATION_FAULT.IMPORT_ID.eq(importId))
                .execute();
        engine.connection(connection -> {
            try (CopyRows copy = CopyRows.into(
                    connection, "integration_fault (import_id, node_id, line, severity, cells, faults)")) {
                for (FaultyRow row : rows) {
                    copy.id(importId)
                            .id(company)
                            .whole(row.line())
                            .text(row.severity())
                            .text(json.writeValueAsString(row.cells()))
                            .text(json.writeValueAsString(row.faults()))
                            .end();
                }
                copy.finish();
            }
        });
    }

    /** A page of rows of one severity, or all, in the order of the file. */
    public Page<FaultyRow> page(UUID importId, @Nullable String severity, PageQuery query) {
        var condition = INTEGRATION_FAULT.IMPORT_ID.eq(importId);
        if (severity != null) {
            condition = condition.and(INTEGRATION_FAULT.SEVERITY.eq(severity));
        }
        int count = db.fetchCount(INTEGRATION_FAULT, condition);
        String place = "integration.rows " + importId + " " + severity;
        if (query.cursor() != null && !query.cursor().isEmpty()) {
            condition = condition.and(INTEGRATION_FAULT.LINE.gt(
                    Integer.valueOf(cursors.read(place, query.cursor()).getFirst())));
        }
        List<FaultyRow> rows = db.selectFrom(INTEGRATION_FAULT)
                .where(condition)
                .orderBy(INTEGRATION_FAULT.LINE)
                .limit(query.rows() + 1)
                .fetch(this::row);
        boolean more = rows.size() > query.rows();
        List<FaultyRow> page = more ? rows.subList(0, query.rows()) : rows;
        String next = more
                ? cursors.write(place, List.of(Integer.toString(page.getLast().line())))
                : null;
        return new Page<>(page, next, count, true);
    }

    /** One row. */
    public Optional<FaultyRow> find(UUID importId, int line) {
        return db.selectFrom(INTEGRATION_FAULT)
                .where(INTEGRATION_FAULT.IMPORT_ID.eq(importId).and(INTEGRATION_FAULT.LINE.eq(line)))
                .fetchOptional(this::row);
    }

    /** All rows, in the order of the file. */
    public List<FaultyRow> all(UUID importId) {
        return db.selectFrom(INTEGRATION_FAULT)
                .where(INTEGRATION_FAULT.IMPORT_ID.eq(importId))
                .orderBy(INTEGRATION_FAULT.LINE)
                .fetch(this::row);
    }

    /** Lines of all rows; by the job. */
    public Set<Integer> lines(UUID importId) {
        return engine.select(INTEGRATION_FAULT.LINE)
                .from(INTEGRATION_FAULT)
                .where(INTEGRATION_FAULT.IMPORT_ID.eq(importId))
                .fetchSet(INTEGRATION_FAULT.LINE);
    }

    /** The rows that were corrected and are good now; by the job. */
    public List<FaultyRow> corrected(UUID importId) {
        return engine.selectFrom(INTEGRATION_FAULT)
                .where(INTEGRATION_FAULT.IMPORT_ID.eq(importId).and(INTEGRATION_FAULT.SEVERITY.eq("good")))
                .orderBy(INTEGRATION_FAULT.LINE)
                .fetch(this::row);
    }

    /** Marks corrected rows that are wrong beside the others; by the job. */
    public void wrongAgain(UUID importId, Map<Integer, List<Fault>> faults) {
        faults.forEach((line, of) -> engine.update(INTEGRATION_FAULT)
                .set(INTEGRATION_FAULT.SEVERITY, "error")
                .set(INTEGRATION_FAULT.FAULTS, JSONB.valueOf(json.writeValueAsString(of)))
                .where(INTEGRATION_FAULT.IMPORT_ID.eq(importId).and(INTEGRATION_FAULT.LINE.eq(line)))
                .execute());
    }

    /** Takes over corrected cells and what the check says of the row now. */
    public void edit(UUID importId, int line, Map<Integer, String> cells, String severity, List<Fault> faults) {
        db.update(INTEGRATION_FAULT)
                .set(INTEGRATION_FAULT.EDITED, JSONB.valueOf(json.writeValueAsString(cells)))
                .set(INTEGRATION_FAULT.SEVERITY, severity)
                .set(INTEGRATION_FAULT.FAULTS, JSONB.valueOf(json.writeValueAsString(faults)))
                .where(INTEGRATION_FAULT.IMPORT_ID.eq(importId).and(INTEGRATION_FAULT.LINE.eq(line)))
                .execute();
    }

    /** How a row stands, held until the end of the transaction. */
    public Optional<String> lockedSeverity(UUID importId, int line) {
        return db.select(INTEGRATION_FAULT.SEVERITY)
                .from(INTEGRATION_FAULT)
                .where(INTEGRATION_FAULT.IMPORT_ID.eq(importId).and(INTEGRATION_FAULT.LINE.eq(line)))
                .forUpdate()
                .fetchOptional(INTEGRATION_FAULT.SEVERITY);
    }

    /** The corrections of a row so far, by column. */
    public Map<Integer, String> edits(UUID importId, int line) {
        return db.select(INTEGRATION_FAULT.EDITED)
                .from(INTEGRATION_FAULT)
                .where(INTEGRATION_FAULT.IMPORT_ID.eq(importId).and(INTEGRATION_FAULT.LINE.eq(line)))
                .fetchOptional(INTEGRATION_FAULT.EDITED)
                .map(this::edits)
                .orElseGet(TreeMap::new);
    }

    private Map<Integer, String> edits(@Nullable JSONB stored) {
        return stored == null ? new TreeMap<>() : json.readValue(stored.data(), EDITS);
    }

    private FaultyRow row(Record row) {
        var cells =
                new ArrayList<>(json.readValue(row.get(INTEGRATION_FAULT.CELLS).data(), TEXTS));
        JSONB edited = row.get(INTEGRATION_FAULT.EDITED);
        edits(edited).forEach((column, text) -> {
            while (cells.size() <= column) {
                cells.add("");
            }
            cells.set(column, text);
        });
        return new FaultyRow(
                row.get(INTEGRATION_FAULT.LINE),
                row.get(INTEGRATION_FAULT.SEVERITY),
                cells,
                json.readValue(row.get(INTEGRATION_FAULT.FAULTS).data(), FAULTS),
                edited != null);
    }
}
