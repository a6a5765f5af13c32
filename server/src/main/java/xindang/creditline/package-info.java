/** Limits and terms of customers (授信额度). Start reading at {@link xindang.creditline.LimitBook}. */
@ApplicationModule(allowedDependencies = {"platform"})
@NullMarked
package xindang.creditline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
