/** Tests of the ledger reader. */
@NullMarked
package xindang.intake;

import org.jspecify.annotations.NullMarked;
