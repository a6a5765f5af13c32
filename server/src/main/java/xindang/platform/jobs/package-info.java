/**
 * Long work with progress (后台任务): submitted by a command, done by a thread of the engine's role, watched by events.
 * Start reading at {@link xindang.platform.jobs.Jobs}.
 */
@NullMarked
package xindang.platform.jobs;

import org.jspecify.annotations.NullMarked;
