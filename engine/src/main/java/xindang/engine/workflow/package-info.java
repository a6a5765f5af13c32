/**
 * Flows (流程): what a flow of steps says, what is wrong with one, and how a step with several signers stands. Start reading at {@link
 * xindang.engine.workflow.FlowDefinition} and {@link xindang.engine.workflow.Signing}.
 */
@NullMarked
package xindang.engine.workflow;

import org.jspecify.annotations.NullMarked;
