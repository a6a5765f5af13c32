/** Tables of portfolio. */
@NullMarked
package xindang.insight.store;

import org.jspecify.annotations.NullMarked;
