/** Tables of warnings. */
@NullMarked
package xindang.warning.store;

import org.jspecify.annotations.NullMarked;
