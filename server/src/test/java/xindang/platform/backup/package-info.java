/** Tests of this package. */
@NullMarked
package xindang.platform.backup;

import org.jspecify.annotations.NullMarked;
