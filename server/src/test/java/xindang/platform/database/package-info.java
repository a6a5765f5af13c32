/** Tests of this package. */
@NullMarked
package xindang.platform.database;

import org.jspecify.annotations.NullMarked;
