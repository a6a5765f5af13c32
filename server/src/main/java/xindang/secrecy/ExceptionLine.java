package xindang.secrecy;

import java.time.OffsetDateTime;
import java.util.UUID;
import xindang.platform.rest.NamedRef;

/**
 * A decision on somebody's own request (同人办理例外), for audit.
 *
 * @param id entry
 * @param at when
 * @param person who asked and decided
 * @param act capability and verb of the decision
 * @param object what it was about
 * @param reason why nobody else decided
 */
public record ExceptionLine(UUID id, OffsetDateTime at, NamedRef person, String act, String object, String reason) {}
