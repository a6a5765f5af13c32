package xindang.secrecy;

import java.util.Map;
import xindang.platform.access.SecrecyLevel;

/**
 * What is to be entered in the register (待登记事项).
 *
 * @param kind export, print or manual
 * @param what what leaves
 * @param recipient to whom
 * @param ground on which ground
 * @param approval who approved, or by which right
 * @param level how it is to be handled
 * @param details filters, columns and form of an export
 */
public record NewRelease(
        String kind,
        String what,
        String recipient,
        String ground,
        String approval,
        SecrecyLevel level,
        Map<String, String> details) {

    /** Copies the details. */
    public NewRelease {
        details = Map.copyOf(details);
    }
}
