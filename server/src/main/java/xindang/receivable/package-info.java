/**
 * What customers owe (应收账款): items, settlements and the figures of accounts. Start reading at
 * {@link xindang.receivable.ItemBook}.
 */
@ApplicationModule(allowedDependencies = {"platform", "identity", "audittrail", "customerfile", "document :: letter"})
@NullMarked
package xindang.receivable;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
