/** Tables of ratings. */
@NullMarked
package xindang.evaluation.store;

import org.jspecify.annotations.NullMarked;
