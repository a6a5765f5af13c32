package xindang.warning;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xindang.platform.rest.NamedRef;

/**
 * An open warning (预警).
 *
 * @param id warning
 * @param customer whose it is
 * @param level attention, warning or severe
 * @param rule rule with its revision
 * @param facts what was compared
 * @param raisedOn day it was raised
 * @param decision replayable record it rests on
 */
public record WarningLine(
        UUID id,
        NamedRef customer,
        String level,
        String rule,
        Map<String, Object> facts,
        LocalDate raisedOn,
        @Nullable UUID decision) {

    /** Copies the facts. */
    public WarningLine {
        facts = Map.copyOf(facts);
    }
}
