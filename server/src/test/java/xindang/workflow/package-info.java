/** Flows, cases and inbox, asked from outside. */
@NullMarked
package xindang.workflow;

import org.jspecify.annotations.NullMarked;
