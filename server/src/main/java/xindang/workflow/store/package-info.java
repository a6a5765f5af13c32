/** Tables of flows, cases and tasks (流程数据表). */
@NullMarked
package xindang.workflow.store;

import org.jspecify.annotations.NullMarked;
