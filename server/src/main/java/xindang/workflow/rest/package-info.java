/** Endpoints of flows, cases and inbox (流程接口). */
@NullMarked
package xindang.workflow.rest;

import org.jspecify.annotations.NullMarked;
