package xindang.workflow;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xindang.platform.rest.NamedRef;

/**
 * Something that was done to a case (流程操作记录).
 *
 * @param kind {@code start}, {@code agree}, {@code refuse}, {@code return} …
 * @param by who did it; null for what the program did
 * @param behalf whom he stood in for
 * @param target step it went back to, name of an action, or outcome
 * @param whom who was added, asked or told
 * @param changes facts changed: by code what they were and became
 */
public record CaseAct(
        UUID id,
        @Nullable UUID task,
        String step,
        String kind,
        @Nullable NamedRef by,
        @Nullable NamedRef behalf,
        OffsetDateTime at,
        @Nullable String reason,
        @Nullable String target,
        List<NamedRef> whom,
        Map<String, String> changes) {

    /** Copies the collections. */
    public CaseAct {
        whom = List.copyOf(whom);
        changes = Map.copyOf(changes);
    }
}
