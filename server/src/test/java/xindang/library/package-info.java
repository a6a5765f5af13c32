/** Tests of the library. */
@NullMarked
package xindang.library;

import org.jspecify.annotations.NullMarked;
