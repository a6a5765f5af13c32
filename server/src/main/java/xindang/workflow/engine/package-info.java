/**
 * The route of cases (流程引擎): a port of ours, and Flowable behind it. Nothing outside this package knows Flowable. Start reading at
 * {@link xindang.workflow.engine.FlowEngine}.
 */
@NullMarked
package xindang.workflow.engine;

import org.jspecify.annotations.NullMarked;
