package xindang.warning;

import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import xindang.platform.access.Caller;
import xindang.platform.rest.Page;
import xindang.platform.rest.PageQuery;
import xindang.warning.store.WarningList;

/** Reads open warnings within a caller's reach (预警查询). */
@Service
@Transactional(readOnly = true)
public class Warnings {

    private final WarningList list;

    Warnings(WarningList list) {
        this.list = list;
    }

    /** One page, the latest first. */
    public Page<WarningLine> page(Caller caller, @Nullable UUID customer, @Nullable String level, PageQuery query) {
        return list.page(caller.reach(), customer, level, query);
    }

    /** All of them. */
    public void each(
            Caller caller,
            @Nullable UUID customer,
            @Nullable String level,
            PageQuery order,
            Consumer<WarningLine> line) {
        list.each(caller.reach(), customer, level, order, line);
    }
}
