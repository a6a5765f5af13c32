/** Half of a planted circle, and a planted look at another module. */
@NullMarked
package xindang.gates.planted.engine.second;

import org.jspecify.annotations.NullMarked;
