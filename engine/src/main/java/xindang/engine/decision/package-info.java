/**
 * What every decision (决定) has in common: the rules that spoke, by id and revision, the policies they read, and the
 * record that can be replayed. Start with {@link xindang.engine.decision.DecisionRecord}.
 */
@NullMarked
package xindang.engine.decision;

import org.jspecify.annotations.NullMarked;
