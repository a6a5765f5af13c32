package xindang.integration;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that is being brought in (导入任务).
 *
 * @param node company it is for
 * @param user who uploaded it
 * @param name name of the file as uploaded
 * @param content where its bytes lie, below the document folder
 * @param state {@code uploaded}, {@code mapped}, {@code checking}, {@code checked}, {@code importing}, {@code imported} or
 *     {@code undone}; a step that did not get through leaves the state it began in
 * @param interrupted {@code checking} or {@code importing} if the last such step ended and wrote nothing; else null
 * @param counts rows, good, warnings, errors; empty before the check
 * @param result what was brought in; empty before
 */
public record ImportFile(
        UUID id,
        UUID node,
        UUID user,
        String kind,
        String name,
        long bytes,
        String sha256,
        String content,
        String state,
        @Nullable String interrupted,
        Mapping mapping,
        Look look,
        Map<String, Long> counts,
        @Nullable LocalDate asOf,
        @Nullable UUID job,
        Map<String, Long> result,
        OffsetDateTime createdAt,
        @Nullable OffsetDateTime confirmedAt) {}
