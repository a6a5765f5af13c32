/** Keeping secrets, asked from outside. */
@NullMarked
package xindang.secrecy;

import org.jspecify.annotations.NullMarked;
