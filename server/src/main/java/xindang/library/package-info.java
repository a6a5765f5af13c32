/**
 * The library of templates (模板库): forms, flows and letters that come with the program, looked at and then installed at a node. Capabilities
 * put theirs on a {@link xindang.library.Shelf}. Start reading at {@link xindang.library.Library}.
 */
@ApplicationModule(allowedDependencies = {"platform", "identity"})
@NullMarked
package xindang.library;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
