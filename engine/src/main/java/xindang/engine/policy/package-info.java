/** Rules about the regime itself (制度): how numbers are formed. Start reading at {@link xindang.engine.policy.NumberPattern}. */
@NullMarked
package xindang.engine.policy;

import org.jspecify.annotations.NullMarked;
