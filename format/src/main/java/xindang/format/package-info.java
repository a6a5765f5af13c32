/**
 * Reads and checks policies (制度参数) and decision records (决策记录) in JSON, and holds the default preset R0. Start with {@link
 * xindang.format.PolicyReader}.
 */
@NullMarked
package xindang.format;

import org.jspecify.annotations.NullMarked;
