/** Tests of this package. */
@NullMarked
package xindang.platform.operation;

import org.jspecify.annotations.NullMarked;
