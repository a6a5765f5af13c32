/** Tests of this package. */
@NullMarked
package xindang.platform.problem;

import org.jspecify.annotations.NullMarked;
