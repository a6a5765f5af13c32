package xindang.identity.rest;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import xindang.identity.Assignment;
import xindang.identity.store.AssignmentStore;
import xindang.platform.access.Caller;
import xindang.platform.time.BusinessClock;

/** The roles of users as far as a caller reaches their nodes (可见任职). */
@Component
class HeldRoles {

    private final AssignmentStore assignments;
    private final BusinessClock clock;

    HeldRoles(AssignmentStore assignments, BusinessClock clock) {
        this.assignments = assignments;
        this.clock = clock;
    }

    /** Those that count today or will, by user. */
    Map<UUID, List<HeldRole>> of(Caller caller, Collection<UUID> users) {
        return assignments.notOver(users, clock.today()).stream()
                .filter(held -> caller.reaches(held.node()))
                .collect(Collectors.groupingBy(
                        Assignment::user, Collectors.mapping(HeldRole::of, Collectors.toUnmodifiableList())));
    }

    /** All of a user, past ones too. */
    List<HeldRole> all(Caller caller, UUID user) {
        return assignments.all(user).stream()
                .filter(held -> caller.reaches(held.node()))
                .map(HeldRole::of)
                .toList();
    }
}
