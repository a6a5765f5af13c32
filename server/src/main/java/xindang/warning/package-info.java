/** Early warnings (预警). Start reading at {@link xindang.warning.Warnings}. */
@ApplicationModule(allowedDependencies = {"platform", "customerfile"})
@NullMarked
package xindang.warning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
