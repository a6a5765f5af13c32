/** Tests of expressions that users write. */
@NullMarked
package xindang.platform.expression;

import org.jspecify.annotations.NullMarked;
