/**
 * What one entry of the audit log (审计日志) is: the leaf that is proven, and the content beside it that may be destroyed.
 * Start with {@link xindang.proof.log.Leaf}.
 */
@NullMarked
package xindang.proof.log;

import org.jspecify.annotations.NullMarked;
