@NullMarked
package xindang.proof.log;

import org.jspecify.annotations.NullMarked;
