package xindang.platform.database;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The wall around rows (数据墙): which nodes a connection of requests is told, where that is not what the caller reaches. */
@Component
public class Wall {

    /** The setting that the policies read. */
    static final String SETTING = "xd.nodes";

    private static final ScopedValue<List<UUID>> WORK = ScopedValue.newInstance();

    private final DSLContext db;

    Wall(DSLContext db) {
        this.db = db;
    }

    /** Does work that no request asked for, as far as it uses connections of requests, within one node. */
    public static <T extends @Nullable Object, X extends Throwable> T within(
            UUID node, ScopedValue.CallableOp<? extends T, X> work) throws X {
        return ScopedValue.where(WORK, List.of(node)).call(work);
    }

    /** The same for work that gives nothing. */
    public static void runWithin(UUID node, Runnable work) {
        ScopedValue.where(WORK, List.of(node)).run(work);
    }

    /** The node of the work at hand; none outside {@link #within}. */
    static List<UUID> ofWork() {
        return WORK.orElse(List.of());
    }

    /** Lets the rest of the transaction reach a node that the request made itself. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void opensFor(UUID made) {
        db.execute("select set_config('" + SETTING + "', array_append(platform_nodes(), ?::uuid)::text, true)", made);
    }
}
