/** How a running server is watched and stopped (运行监控与停止); what is set from outside is in docs/operations/monitoring.md. */
@NullMarked
package xindang.platform.operation;

import org.jspecify.annotations.NullMarked;
