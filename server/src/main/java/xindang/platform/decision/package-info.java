/**
 * Recorded decisions (决定记录) as people read them: what was decided, from which facts, by which policies and rules, and whether
 * deciding anew gives the same. Start reading at {@link xindang.platform.decision.Decisions}.
 */
@NullMarked
package xindang.platform.decision;

import org.jspecify.annotations.NullMarked;
