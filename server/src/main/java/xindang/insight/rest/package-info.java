/** Addresses of runs over the portfolio. */
@NullMarked
package xindang.insight.rest;

import org.jspecify.annotations.NullMarked;
