@NullMarked
package xindang.proof.checkpoint;

import org.jspecify.annotations.NullMarked;
