package xindang.identity;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a node was from day to day (组织沿革).
 *
 * @param node node
 * @param name name
 * @param parent node above; null at the root
 * @param closed whether it was closed
 * @param from first day
 * @param to first day of the next version; null until further notice
 */
public record NodeVersion(
        UUID node,
        String name,
        @Nullable UUID parent,
        boolean closed,
        LocalDate from,
        @Nullable LocalDate to) {}
