package xindang.document.letter;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import xindang.platform.rest.NamedRef;

/**
 * A letter in a list (函件).
 *
 * @param subject customer file it went to, by number and name
 * @param document its PDF
 * @param template template and version it was made of
 * @param code by which it is verified
 * @param withdrawnFor why it does not count any more; null while it does
 */
public record LetterLine(
        UUID id,
        String number,
        String title,
        NamedRef subject,
        UUID document,
        String template,
        String code,
        LocalDate madeOn,
        String maker,
        @Nullable String withdrawnFor) {}
