/** Half of a planted circle. */
@NullMarked
package xindang.gates.planted.engine.first;

import org.jspecify.annotations.NullMarked;
