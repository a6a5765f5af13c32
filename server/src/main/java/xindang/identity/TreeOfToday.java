package xindang.identity;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import xindang.identity.store.NodeVersions;
import xindang.platform.time.BusinessClock;

/**
 * Keeps the table of nodes at today's tree (当日组织树): what was planned counts before the first request of its day is
 * judged (docs/adr/0086).
 */
@Component
class TreeOfToday {

    private final NodeVersions versions;
    private final BusinessClock clock;
    private volatile @Nullable LocalDate reached;

    TreeOfToday(NodeVersions versions, BusinessClock clock) {
        this.versions = versions;
        this.clock = clock;
    }

    /** Costs nothing but on a new day. */
    void catchUp() {
        LocalDate today = clock.today();
        if (!today.equals(reached)) {
            versions.catchUp(today);
            reached = today;
        }
    }

    /** For jobs, which nobody's request begins. */
    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT0S")
    void everyMinute() {
        catchUp();
    }
}
