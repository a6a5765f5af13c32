package xindang.identity;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import xindang.identity.store.DeputyStore;
import xindang.platform.time.BusinessClock;

/** People somebody stands in for (代理中): listed, so that they can name another one; closing the account ends it. */
@Component
class HeldDeputyships implements OpenDuties {

    private final DeputyStore store;
    private final BusinessClock clock;

    HeldDeputyships(DeputyStore store, BusinessClock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "deputyships";
    }

    @Override
    public long left(UUID person) {
        return of(person).size();
    }

    /** Deputyships of a person that are not over. */
    List<Deputy> of(UUID person) {
        return store.notOver(person, List.of(), clock.today()).stream()
                .filter(deputy -> deputy.deputy().id().equals(person))
                .toList();
    }
}
