/** Who reaches what, walked through all endpoints. */
@NullMarked
package xindang.platform.access;

import org.jspecify.annotations.NullMarked;
