/** Tests of the assess command. */
@NullMarked
package xindang.assess;

import org.jspecify.annotations.NullMarked;
