/** Tests of figures over the portfolio. */
@NullMarked
package xindang.insight;

import org.jspecify.annotations.NullMarked;
