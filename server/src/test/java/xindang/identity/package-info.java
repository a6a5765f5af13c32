/** Tests of this package. */
@NullMarked
package xindang.identity;

import org.jspecify.annotations.NullMarked;
