/** Tests of this package. */
@NullMarked
package xindang.format.regime;

import org.jspecify.annotations.NullMarked;
