package xindang.workflow;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xindang.platform.rest.NamedRef;

/**
 * A case on its way along a flow (流程实例).
 *
 * @param version version of the flow it stays on
 * @param flow flow, by its name in that version
 * @param number number of the version
 * @param node node it belongs to
 * @param objectKind kind of the business object; {@code request} where the case is all there is
 * @param objectId business object; null where the case is all there is
 * @param facts what it says of itself, by code
 * @param chosen people the starter chose
 * @param state {@code running}, {@code approved}, {@code refused} or {@code withdrawn}
 * @param step where it waits, or waited last
 * @param round counts its stops
 * @param late how many of its stops were late
 */
public record FlowCase(
        UUID id,
        UUID version,
        NamedRef flow,
        int number,
        NamedRef node,
        String objectKind,
        @Nullable UUID objectId,
        String title,
        NamedRef starter,
        OffsetDateTime startedAt,
        LocalDate startedOn,
        Map<String, Object> facts,
        List<UUID> chosen,
        String state,
        @Nullable String step,
        int round,
        int late,
        @Nullable OffsetDateTime endedAt,
        @Nullable NamedRef endedBy,
        @Nullable String endReason) {

    /** Copies the collections. */
    public FlowCase {
        facts = Collections.unmodifiableMap(new TreeMap<>(facts));
        chosen = List.copyOf(chosen);
    }

    /** Whether it is still on its way. */
    public boolean running() {
        return state.equals("running");
    }

    /** Where it waits. */
    public String at() {
        if (step == null) {
            throw new IllegalStateException("case " + id + " waits nowhere");
        }
        return step;
    }
}
