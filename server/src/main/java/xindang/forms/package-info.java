/**
 * Forms without code (零代码表单): definitions that users draw, their versions, the records filled in, and own fields of customer files.
 * Start reading at {@link xindang.forms.FormRecords}; what a form makes of values is said by {@link xindang.forms.Filling}.
 */
@ApplicationModule(allowedDependencies = {"platform", "identity", "audittrail", "policy", "notification", "library"})
@NullMarked
package xindang.forms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
