/** Tests of forms without code. */
@NullMarked
package xindang.forms;

import org.jspecify.annotations.NullMarked;
