/** The ratings over HTTP. */
@NullMarked
package xindang.evaluation.rest;

import org.jspecify.annotations.NullMarked;
