/**
 * Keeping secrets (保密): who is cleared for what, access on request, reading on record, what leaves the house, the confidentiality
 * agreement. Start reading at {@link xindang.secrecy.FileGate}.
 */
@ApplicationModule(
        allowedDependencies = {"platform", "identity", "audittrail", "notification", "workflow", "customerfile"})
@NullMarked
package xindang.secrecy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
