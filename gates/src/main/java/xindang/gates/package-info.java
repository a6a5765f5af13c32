/** Requirement tags on tests and the register made of them. Start with {@link xindang.gates.Requirement}. */
@NullMarked
package xindang.gates;

import org.jspecify.annotations.NullMarked;
