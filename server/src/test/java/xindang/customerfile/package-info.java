/** Tests of customer files. */
@NullMarked
package xindang.customerfile;

import org.jspecify.annotations.NullMarked;
