/**
 * The regime as data (制度即数据): versioned policies per node of the organisation, resolved upward on a day. Start reading at
 * {@link xindang.policy.Regime}.
 */
@ApplicationModule(allowedDependencies = {"platform", "identity", "audittrail", "notification", "calendar"})
@NullMarked
package xindang.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
