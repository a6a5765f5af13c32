package xindang.policy;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xindang.platform.rest.NamedRef;

/**
 * A published version in a list (已发布版本).
 *
 * @param id id
 * @param kind kind of policy
 * @param policy name of the policy
 * @param version its version
 * @param validFrom first day in force
 * @param binding whether it holds below its node in any case
 * @param preset sample regime it was made from
 * @param draft draft it was published from; null for what came with the installation
 * @param publishedBy who published it
 * @param publishedAt when
 * @param effectiveAt instant from which it holds, where it was published to hold at once
 * @param withdrawnAt when it was taken back before it began
 * @param withdrawnFor why
 * @param sha256 hash of what it says
 */
public record VersionLine(
        UUID id,
        String kind,
        String policy,
        String version,
        LocalDate validFrom,
        boolean binding,
        @Nullable String preset,
        @Nullable UUID draft,
        @Nullable NamedRef publishedBy,
        OffsetDateTime publishedAt,
        @Nullable OffsetDateTime effectiveAt,
        @Nullable OffsetDateTime withdrawnAt,
        @Nullable String withdrawnFor,
        String sha256) {}
