package xindang.audittrail;

import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import xindang.platform.access.AccessRecord;
import xindang.platform.access.Caller;

/** What auditors open, and what anybody is refused, as entries of the trail (访问留痕), under the node they work from. */
@Component
class AccessTrail implements AccessRecord {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int LONGEST = 2_000;

    private final Trail trail;

    AccessTrail(Trail trail) {
        this.trail = trail;
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void read(Caller caller, String path, @Nullable String query) {
        UUID object = ID.matcher(path)
                .results()
                .map(MatchResult::group)
                .map(UUID::fromString)
                .reduce((_, last) -> last)
                .orElse(caller.node());
        Act act = Act.of(caller.node(), "audittrail.read", "request", object, shortened(path));
        trail.record(caller, query == null ? act : act.basedOn(Map.of("query", shortened(query))));
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void refused(Caller caller, String right, String route) {
        trail.record(
                caller,
                Act.of(caller.home(), "audittrail.refuse", "user", caller.id(), caller.login())
                        .basedOn(Map.of("right", right, "route", route)));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
