/**
 * What every capability stands on (平台): database, problems, rights, paging, jobs, clock. Open to all others, uses none of
 * them. Start reading at {@link xindang.platform.database.Installation}.
 */
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@NullMarked
package xindang.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
