package xindang.secrecy;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person and the agreement (签署情况).
 *
 * @param id user
 * @param login name for signing in
 * @param name name of the person
 * @param number version of the text acknowledged last; null if none ever
 * @param acknowledgedAt when that was
 * @param valid whether it is the text in force and young enough
 */
public record SignatoryLine(
        UUID id,
        String login,
        String name,
        @Nullable Integer number,
        @Nullable OffsetDateTime acknowledgedAt,
        boolean valid) {}
