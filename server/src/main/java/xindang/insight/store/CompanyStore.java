package xindang.insight.store;

import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Finds companies in the organisation tree (公司查找). */
@Repository
public class CompanyStore {

    private final DSLContext db;

    CompanyStore(DSLContext db) {
        this.db = db;
    }

    /** The company a node belongs to: itself or the nearest above, else the only one below. */
    public Optional<UUID> company(UUID node) {
        return db.resultQuery("""
                with recursive up as (select id, parent_id, kind, 0 as level from identity_node where id = ?
                    union all select n.id, n.parent_id, n.kind, up.level + 1 from identity_node n join up on n.id = up.parent_id),
                down as (select id, kind from identity_node where id = ?
                    union all select n.id, n.kind from identity_node n join down on n.parent_id = down.id)
                (select id from up where kind = 'company' order by level limit 1)
                union all
                (select min(id::text)::uuid from down where kind = 'company'
                    and not exists (select from up where kind = 'company') having count(*) = 1)
                limit 1""", node, node).fetchOptional(0, UUID.class);
    }
}
