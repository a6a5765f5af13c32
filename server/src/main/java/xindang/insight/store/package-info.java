/** What a run over the portfolio writes. */
@NullMarked
package xindang.insight.store;

import org.jspecify.annotations.NullMarked;
