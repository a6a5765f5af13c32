/** The one clock of an installation (业务时钟). Start reading at {@link xindang.platform.time.BusinessClock}. */
@NullMarked
package xindang.platform.time;

import org.jspecify.annotations.NullMarked;
