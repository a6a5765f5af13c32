package xindang.workflow;

import java.time.OffsetDateTime;
import java.util.UUID;
import xindang.platform.rest.NamedRef;

/**
 * A flow in a list (流程).
 *
 * @param node node it is for, with what lies below
 * @param code name in addresses, unique at its node
 * @param name how people call it
 * @param published number of its latest version; 0 before the first
 * @param closed whether nothing new starts along it
 * @param checked whether its draft may be published as it stands
 * @param changedAt when its draft was last changed
 * @param version version of the draft for changes
 */
public record FlowLine(
        UUID id,
        NamedRef node,
        String code,
        String name,
        int published,
        boolean closed,
        boolean checked,
        OffsetDateTime changedAt,
        int version) {}
