/** Tables of limits. */
@NullMarked
package xindang.creditline.store;

import org.jspecify.annotations.NullMarked;
