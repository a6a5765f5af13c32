package xindang.workflow;

import java.time.OffsetDateTime;
import java.util.UUID;
import xindang.platform.rest.NamedRef;

/**
 * A published version of a flow (流程版本).
 *
 * @param number 1 for the first
 * @param sha256 fingerprint of what it says
 * @param running how many cases are on their way along it, as far as the reader reaches them
 */
public record FlowVersion(
        UUID id,
        int number,
        String name,
        String sha256,
        OffsetDateTime publishedAt,
        NamedRef publishedBy,
        String reason,
        long running) {}
