/** Flows as BPMN. */
@NullMarked
package xindang.workflow.engine;

import org.jspecify.annotations.NullMarked;
