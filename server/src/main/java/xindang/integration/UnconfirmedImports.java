package xindang.integration;

import java.util.UUID;
import org.springframework.stereotype.Component;
import xindang.identity.OpenDuties;
import xindang.integration.store.ImportStore;

/** Imports somebody brought that nobody confirmed (未确认导入): listed; colleagues may confirm them or leave them. */
@Component
class UnconfirmedImports implements OpenDuties {

    private final ImportStore store;

    UnconfirmedImports(ImportStore store) {
        this.store = store;
    }

    @Override
    public String kind() {
        return "imports";
    }

    @Override
    public long left(UUID person) {
        return store.waiting(person);
    }
}
