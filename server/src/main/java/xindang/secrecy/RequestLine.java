package xindang.secrecy;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xindang.platform.rest.NamedRef;

/**
 * A request to read a file (查阅申请).
 *
 * @param id request
 * @param file file with number and name
 * @param level level of the file now
 * @param requester who asks
 * @param purpose what for
 * @param days for how many days
 * @param state asked, granted, refused, withdrawn, ended or expired
 * @param askedAt when it was asked
 * @param decidedBy who decided
 * @param decidedAt when
 * @param reason why
 * @param endsAt until when the file is open
 * @param version version a change starts from
 */
public record RequestLine(
        UUID id,
        NamedRef file,
        String level,
        NamedRef requester,
        String purpose,
        int days,
        String state,
        OffsetDateTime askedAt,
        @Nullable NamedRef decidedBy,
        @Nullable OffsetDateTime decidedAt,
        @Nullable String reason,
        @Nullable OffsetDateTime endsAt,
        int version) {}
