package xindang.identity;

import java.time.LocalDate;
import java.util.UUID;
import xindang.platform.rest.NamedRef;

/**
 * A person who leaves, or goes to another department (离岗).
 *
 * @param id leave
 * @param user the person
 * @param node node he belonged to when it was started
 * @param kind {@code leave} (离职) or {@code change} (调岗)
 * @param lastDay last day he works there
 * @param reason why
 * @param active whether he can still sign in
 * @param left what he still has
 */
public record Leave(
        UUID id,
        NamedRef user,
        NamedRef node,
        String kind,
        LocalDate lastDay,
        String reason,
        boolean active,
        Left left) {}
