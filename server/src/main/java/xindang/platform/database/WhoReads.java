package xindang.platform.database;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The user whose clearance the work at hand goes by (当前读者); null outside a request of somebody who signed in. */
@FunctionalInterface
public interface WhoReads {

    /** User. */
    @Nullable
    UUID now();
}
