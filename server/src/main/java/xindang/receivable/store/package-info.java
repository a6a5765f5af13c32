/** Tables of receivables. */
@NullMarked
package xindang.receivable.store;

import org.jspecify.annotations.NullMarked;
