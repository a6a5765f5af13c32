/**
 * Refusals as RFC 9457 problems (问题报告), in Chinese and English. Start reading at
 * {@link xindang.platform.problem.Refusal}, then {@link xindang.platform.problem.ProblemAdvice}.
 */
@NullMarked
package xindang.platform.problem;

import org.jspecify.annotations.NullMarked;
