@NullMarked
package xindang.proof.evidence;

import org.jspecify.annotations.NullMarked;
