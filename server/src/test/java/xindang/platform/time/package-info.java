/** Tests of this package. */
@NullMarked
package xindang.platform.time;

import org.jspecify.annotations.NullMarked;
