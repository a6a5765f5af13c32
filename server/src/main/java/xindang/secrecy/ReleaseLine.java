package xindang.secrecy;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import xindang.platform.rest.NamedRef;

/**
 * Something that left the house (对外提供登记条目).
 *
 * @param id entry
 * @param number running number of the company's year
 * @param at when
 * @param person who took it or gave it away
 * @param kind export, print or manual
 * @param what what it was; of an export the name of the list
 * @param recipient to whom
 * @param ground on which ground; {@code internal-use} of exports and prints
 * @param approval who approved, or by which right
 * @param level public, internal, confidential or secret
 * @param details filters, columns and form of an export
 */
public record ReleaseLine(
        UUID id,
        String number,
        OffsetDateTime at,
        NamedRef person,
        String kind,
        String what,
        String recipient,
        String ground,
        String approval,
        String level,
        Map<String, String> details) {

    /** Copies the details. */
    public ReleaseLine {
        details = Map.copyOf(details);
    }
}
