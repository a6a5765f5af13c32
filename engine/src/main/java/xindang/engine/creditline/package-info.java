/**
 * Credit limits and terms (信用额度与期限): the four states of a limit, the conditions per grade and the formulas that propose a
 * limit. Start with {@link xindang.engine.creditline.LimitPolicy}.
 */
@NullMarked
package xindang.engine.creditline;

import org.jspecify.annotations.NullMarked;
