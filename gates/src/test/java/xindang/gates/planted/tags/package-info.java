/** Samples of requirement tags, right and wrong. */
@NullMarked
package xindang.gates.planted.tags;

import org.jspecify.annotations.NullMarked;
