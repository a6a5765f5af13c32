/** Tests of receivables. */
@NullMarked
package xindang.receivable;

import org.jspecify.annotations.NullMarked;
