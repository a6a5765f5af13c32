package xindang.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A node of the organisation tree (组织节点).
 *
 * @param id node
 * @param name name
 * @param kind {@code group}, {@code company} or {@code department}
 * @param parent node above; null at the root
 */
public record Node(
        UUID id, String name, String kind, @Nullable UUID parent) {}
