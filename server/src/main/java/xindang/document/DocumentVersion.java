package xindang.document;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A version of a document (资料版本); none is ever overwritten.
 *
 * @param number from 1
 * @param name name of the file
 * @param type code of its type
 * @param shown pages, picture or card
 * @param size bytes
 * @param sha256 hash of the content
 * @param reason why it followed the one before; null for the first
 * @param uploadedBy name of who brought it
 * @param uploadedAt when
 */
public record DocumentVersion(
        int number,
        String name,
        String type,
        String shown,
        long size,
        String sha256,
        @Nullable String reason,
        String uploadedBy,
        OffsetDateTime uploadedAt) {}
