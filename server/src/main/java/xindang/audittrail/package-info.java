/**
 * Who did what, when, on which grounds (操作留痕): entries are written within the transaction of the act and only added to.
 * Start reading at {@link xindang.audittrail.Trail}.
 */
@ApplicationModule(allowedDependencies = {"platform"})
@NullMarked
package xindang.audittrail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
