package xindang.document;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * A document in a list, with its latest version (资料).
 *
 * @param number number it is kept under
 * @param title how people call it: the name of its first file
 * @param level how confidential it is by itself; its object may be more
 * @param version latest version, from 1
 * @param name name of that file
 * @param type code of its type
 * @param shown pages, picture or card
 * @param size bytes
 * @param uploadedBy name of who brought it
 * @param uploadedAt when
 */
public record DocumentLine(
        UUID id,
        String number,
        String title,
        String level,
        int version,
        String name,
        String type,
        String shown,
        long size,
        String uploadedBy,
        OffsetDateTime uploadedAt) {}
